package io.toritsugi.conformance.suite;

/** How a case ended. */
public enum Verdict {
    PASSED("合格", "passed"),
    FAILED("不合格", "FAILED"),
    NOT_RUN("未実施", "not run");

    private final Wording wording;

    Verdict(String ja, String en) {
        this.wording = new Wording(ja, en);
    }

    public Wording wording() {
        return wording;
    }
}
