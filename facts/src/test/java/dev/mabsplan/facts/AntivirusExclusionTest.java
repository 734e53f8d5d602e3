package dev.mabsplan.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntivirusExclusionTest {

  @ParameterizedTest
  @CsvSource({
    "FOLDER, D:\\MARS, true",
    "FOLDER, d:\\mars\\, true",
    "FOLDER, D:\\MARS\\*, true",
    "FOLDER, D:\\, true",
    "FOLDER, D:\\*, true",
    "FOLDER, D:, true",
    "FOLDER, D:\\MARS\\Scratch, true",
    "FOLDER, D:\\MARS\\Scratch\\Cache, false",
    "FOLDER, D:\\MA*, false",
    "FOLDER, D:\\MAR, false",
    "FOLDER, Scratch, false",
    "PROCESS, D:\\MARS, false"
  })
  void aFolderIsExcludedWithWhatIsAboveIt(ExclusionType type, String path, boolean covers) {
    AntivirusExclusion exclusion = AntivirusExclusion.of("MABS01", type, path);

    assertEquals(covers, exclusion.covers("D:\\MARS\\", "Scratch"));
  }

  @ParameterizedTest
  @CsvSource({
    "PROCESS, cbengine.exe, true",
    "PROCESS, CBENGINE.EXE, true",
    "PROCESS, d:\\mars\\bin\\cbengine.exe, true",
    "PROCESS, D:\\MARS\\bin\\*, true",
    "PROCESS, D:\\MARS\\*, true",
    "PROCESS, D:\\Other\\bin\\cbengine.exe, false",
    "PROCESS, engine.exe, false",
    "FOLDER, D:\\MARS\\bin, false",
    "FOLDER, cbengine.exe, false"
  })
  void aProgramIsExcludedByNameByPathOrWithItsFolder(
      ExclusionType type, String path, boolean covers) {
    AntivirusExclusion exclusion = AntivirusExclusion.of("MABS01", type, path);

    assertEquals(covers, exclusion.covers("D:\\MARS", "bin\\cbengine.exe"));
  }

  @ParameterizedTest
  @CsvSource({"F:, true", "f:\\, true", "F:\\*, true", "F:\\Pool, false", "G:\\, false"})
  void aDriveIsExcludedAsAWhole(String path, boolean covers) {
    AntivirusExclusion exclusion = AntivirusExclusion.of("MABS01", ExclusionType.FOLDER, path);

    assertEquals(covers, exclusion.covers("F:", ""));
  }
}
