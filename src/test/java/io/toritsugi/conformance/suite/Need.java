package io.toritsugi.conformance.suite;

/** What a case needs beside the instance; where it is lacking the case is not run, and never counts as passed. */
public enum Need {
    NOTHING(new Wording("なし", "nothing")),
    RESTART(new Wording("インスタンスの再起動が必要", "needs to restart the instance")),
    NEIGHBOUR(
            new Wording("同じ機械上のインスタンスが必要", "needs an instance on this machine, which reaches a simulated TL-Lincoln"));

    private final Wording wording;

    Need(Wording wording) {
        this.wording = wording;
    }

    public Wording wording() {
        return wording;
    }
}
