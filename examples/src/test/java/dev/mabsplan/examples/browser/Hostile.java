package dev.mabsplan.examples.browser;

/** Facts that somebody wrote who means the reader no good. */
final class Hostile {

  private static final String NAME =
      "<script>window.ran=1</script><img src=x onerror=window.ran=2>"
          + "\\\" onfocus=\\\"window.ran=3\\\" autofocus=\\\"' onclick='window.ran=4 &\\u202e"
          + "x".repeat(10_000);

  private static final String FACTS =
      """
      {"servers": [
         {"name": "MABS01", "role": "backupServer"},
         {"name": "FS01", "role": "protectedServer",
          "services": [
            {"name": "VSS", "state": "stopped", "startType": "disabled"},
            {"name": "%1$s", "state": "stopped"}],
          "dataSources": [{"name": "%1$s", "type": "volume", "protectionGroup": "%1$s"}]}],
       "errors": [
         {"id": 3106, "message": "%1$s", "reportedBy": "MABS01", "server": "FS01",
          "dataSource": "%1$s"},
         {"text": "%1$s", "server": "FS01"}]}
      """;

  private Hostile() {}

  static String facts() {
    return FACTS.formatted(NAME);
  }
}
