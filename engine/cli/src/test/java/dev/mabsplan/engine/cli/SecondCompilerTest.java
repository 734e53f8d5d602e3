package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondCompilerTest {

  @AfterEach
  void compilesAsBefore() throws JMException {
    said("compilerDirectivesClear");
  }

  @Test
  void theVirtualMachineDoesWithoutIt() throws JMException {
    assertTrue(SecondCompiler.exclude());

    String directives = said("compilerDirectivesPrint");

    String second = directives.substring(directives.indexOf("c2 directives:"));
    assertTrue(second.lines().limit(3).anyMatch(line -> line.contains("Exclude:true")), directives);
  }

  @Test
  void isAskedOnlyWhereItIs() {
    assertAll(
        () -> assertTrue(SecondCompiler.isThere("mixed mode, sharing")),
        () -> assertFalse(SecondCompiler.isThere("mixed mode, emulated-client, sharing")),
        () -> assertFalse(SecondCompiler.isThere("interpreted mode, sharing")));
  }

  private static String said(String command) throws JMException {
    return String.valueOf(
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName(SecondCompiler.COMMANDS), command, new Object[0], new String[0]));
  }
}
