package io.toritsugi.database;

import java.nio.file.Path;

/** Another Toritsugi lives that uses the same folder. */
final class DataInUseException extends UnableToStartDatabaseException {

    private static final long serialVersionUID = 1L;

    DataInUseException(Path folder) {
        super(
                "Another Toritsugi is running on the data in " + folder + ".",
                "Stop that one, set TORITSUGI_DATA_DIR to another folder, or give both one database with"
                        + " SPRING_DATASOURCE_URL.");
    }
}
