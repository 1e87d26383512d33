package io.toritsugi.conformance.suite;

/** What a case needs beside the instance; where it is lacking the case is not run, and never counts as passed. */
public enum Need {
    NOTHING(new Wording("なし", "nothing")),
    RESTART(new Wording("インスタンスの再起動が必要", "needs to restart the instance")),
    SIMULATOR(new Wording("シミュレーターが必要", "needs a TL-Lincoln simulator (--simulator=…)"));

    private final Wording wording;

    Need(Wording wording) {
        this.wording = wording;
    }

    public Wording wording() {
        return wording;
    }
}
