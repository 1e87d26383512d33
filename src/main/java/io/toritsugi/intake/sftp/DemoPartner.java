package io.toritsugi.intake.sftp;

import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** The partner of the demo, who finds his private key in the data folder. */
final class DemoPartner {

    static final String NAME = "demo";

    private static final String HOTEL = "SMP";

    private DemoPartner() {}

    static SftpPartner make(PartnerFolders folders) {
        var pair = KeyFile.keep(folders.demoKey(), NAME);
        return new SftpPartner(NAME, PublicKeyEntry.toString(pair.getPublic()), List.of(HOTEL));
    }
}
