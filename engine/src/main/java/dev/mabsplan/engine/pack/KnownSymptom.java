package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.ServerRole;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An error that a topic knows, and everything it can be recognised by.
 *
 * @param id topic and name, such as {@code replica/inconsistent}
 * @param entries ids of the catalogue entries it comes from
 * @param affects whose trouble it is: the server named in the error, or the backup server itself
 * @param ids numbers that decide alone, by product ({@code dpm}, {@code mars}, {@code setup} or a
 *     Windows event provider)
 * @param genericIds numbers that need a message, an operation or a code beside them, by product
 * @param codes codes that are no catalogue numbers, such as {@code 0x80070015}
 * @param names symbolic names, such as {@code CBPSourceSnapshotFailedReplicaInconsistent}
 * @param operations what was being done, in the product's words, any language; beside a generic
 *     number only
 * @param messages message texts, any language, with placeholders such as {@code {server}} and
 *     {@code {dataSource}}
 * @param genericMessages whether the messages need a number, a code or a name beside them
 * @param beside names of terms of which one beside a generic number tells what it means
 * @param tellings the decisive words that people tell it by; beside a generic number they say which
 *     error it is
 * @param roles what the server that sends to Azure, or the backup server, can be
 */
public record KnownSymptom(
    String id,
    List<String> entries,
    ServerRole affects,
    Map<String, Set<Integer>> ids,
    Map<String, Set<Integer>> genericIds,
    Set<String> codes,
    Set<String> names,
    List<String> operations,
    List<String> messages,
    boolean genericMessages,
    List<String> beside,
    List<Telling> tellings,
    Set<ServerRole> roles) {}
