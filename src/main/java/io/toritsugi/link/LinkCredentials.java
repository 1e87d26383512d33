package io.toritsugi.link;

/** Who a hotel is towards TL-Lincoln (domain notes §2); nothing that prints it prints the password. */
record LinkCredentials(String user, String password) {

    @Override
    public String toString() {
        return "LinkCredentials[" + user + "]";
    }
}
