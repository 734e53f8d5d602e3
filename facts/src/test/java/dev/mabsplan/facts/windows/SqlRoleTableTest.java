package dev.mabsplan.facts.windows;

import static dev.mabsplan.facts.windows.NativeSample.SERVER;
import static dev.mabsplan.facts.windows.NativeSample.file;
import static dev.mabsplan.facts.windows.NativeSample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.SqlRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlRoleTableTest {

  @Test
  void anInstanceSaysThatSystemLacksTheRole() {
    NativeSample sample = read(new SqlRoleTable(), file("sqlcmd/not-member.txt"));

    assertEquals(
        List.of(SqlRole.of(SERVER, "SQL01\\PROD", "NT AUTHORITY\\SYSTEM", "sysadmin").absent()),
        sample.facts());
    assertEquals(List.of(3), sample.lines());
    assertEquals(List.of(), sample.unread());
  }

  @Test
  void aTableWithFullColumnsIsReadInSwedishToo() {
    NativeSample sample = read(new SqlRoleTable(), file("sqlcmd/member-swedish.txt"));

    assertEquals(
        List.of(SqlRole.of(SERVER, "SQL01", "NT AUTHORITY\\SYSTEM", "sysadmin")), sample.facts());
    assertEquals(List.of(), sample.unread());
  }

  @Test
  void whatSqlServerDoesNotSayIsUnknown() {
    NativeSample sample = read(new SqlRoleTable(), file("sqlcmd/unknown.txt"));

    assertEquals(List.of(), sample.facts());
    assertEquals(
        List.of("3: SQL Server does not say whether SYSTEM has the role sysadmin"),
        sample.unused());
  }

  @Test
  void linesThatAreNoRowsAreUnreadAndNotShown() {
    NativeSample sample = read(new SqlRoleTable(), file("sqlcmd/damaged.txt"));

    assertEquals(
        List.of(SqlRole.of(SERVER, "SQL01\\PROD", "NT AUTHORITY\\SYSTEM", "sysadmin").absent()),
        sample.facts());
    assertEquals(List.of("4: no line of the table (and 1 more)"), sample.unread());
  }
}
