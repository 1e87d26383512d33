package io.toritsugi.simulator;

/**
 * The business failures that the simulator answers with. Only E013 and E613 are known of TL-Lincoln (domain notes §2); the
 * other codes and all texts are invented: nobody may build on them.
 */
enum LincolnFailure {
    TOO_MANY_REQUESTS("E013", "要求が多すぎるため受け付けられません（シミュレーター）"),
    NOTHING_FOUND("E613", "該当するデータがありません（シミュレーター）"),
    NOT_A_REQUEST("E990", "要求を解釈できません（シミュレーター・コードは架空）"),
    CONDITION_INVALID("E991", "抽出条件または調整対象が正しくありません（シミュレーター・コードは架空）"),
    REQUEST_ID_INVALID("E992", "リクエストIDは8文字で指定してください（シミュレーター・コードは架空）"),
    REQUEST_ID_UNKNOWN("E993", "該当するリクエストIDがありません（シミュレーター・コードは架空）"),
    REQUEST_ID_USED("E994", "リクエストIDが重複しています（シミュレーター・コードは架空）"),
    CREDENTIALS_WRONG("E995", "認証に失敗しました（シミュレーター・コードは架空）"),
    ROWS_REFUSED("E997", "調整対象に受け付けられない行があります（シミュレーター・コードは架空）"),
    ROW_REFUSED("E998", "この行は受け付けられません（シミュレーター・コードは架空）"),
    OUTPUT_UNKNOWN("E999", "出力IDが存在しないか、既に完了しています（シミュレーター・コードは架空）");

    private final String code;
    private final String text;

    LincolnFailure(String code, String text) {
        this.code = code;
        this.text = text;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }
}
