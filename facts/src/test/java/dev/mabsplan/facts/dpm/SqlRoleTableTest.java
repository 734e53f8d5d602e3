package dev.mabsplan.facts.dpm;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.SqlRole;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlRoleTableTest {

  @Test
  void anInstanceSaysThatSystemLacksTheRole() {
    Sample sample = read(new SqlRoleTable(), file("sqlcmd/not-member.txt"));

    assertEquals(
        List.of(SqlRole.of(SERVER, "SQL01\\PROD", "NT AUTHORITY\\SYSTEM", "sysadmin").absent()),
        sample.facts());
    assertEquals(List.of(3), sample.lines());
    assertEquals(List.of(), sample.unread());
  }

  @Test
  void aTableWithFullColumnsIsReadInSwedishToo() {
    Sample sample = read(new SqlRoleTable(), file("sqlcmd/member-swedish.txt"));

    assertEquals(
        List.of(SqlRole.of(SERVER, "SQL01\\MSSQLSERVER", "NT AUTHORITY\\SYSTEM", "sysadmin")),
        sample.facts());
    assertEquals(List.of(), sample.unread());
  }

  @Test
  void whatSqlServerDoesNotSayIsUnknown() {
    Sample sample = read(new SqlRoleTable(), file("sqlcmd/unknown.txt"));

    assertEquals(List.of(), sample.facts());
    assertEquals(
        List.of("3: SQL Server does not say whether SYSTEM has the role sysadmin"),
        sample.unused());
  }

  @Test
  void linesThatAreNoRowsAreUnreadAndNotShown() {
    Sample sample = read(new SqlRoleTable(), file("sqlcmd/damaged.txt"));

    assertEquals(
        List.of(SqlRole.of(SERVER, "SQL01\\PROD", "NT AUTHORITY\\SYSTEM", "sysadmin").absent()),
        sample.facts());
    assertEquals(List.of("4: no line of the table (and 1 more)"), sample.unread());
  }
}
