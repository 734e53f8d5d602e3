package dev.mabsplan.engine.cli.terminal;

import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IVersionProvider;

/** Says which program, rule packs and Java this is. */
public final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    List<String> lines = new ArrayList<>();
    String version = Versions.class.getPackage().getImplementationVersion();
    lines.add("mabsplan " + (version == null ? "(not packaged)" : version));
    for (PackFiles files : PackFiles.classPath(Versions.class.getClassLoader())) {
      RulePack pack = PackReader.read(files);
      lines.add(
          "rule pack "
              + pack.id()
              + " "
              + pack.version()
              + " ("
              + pack.digest().substring(0, 12)
              + ")");
    }
    lines.add(
        "Java "
            + System.getProperty("java.version")
            + " ("
            + System.getProperty("java.vendor")
            + ")");
    return lines.toArray(String[]::new);
  }
}
