package koalens.backend.provider;

import static koalens.backend.provider.EmulatedProvider.KEY;
import static koalens.backend.provider.EmulatedProvider.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import koalens.emulator.scenario.AnswerFault;
import org.junit.jupiter.api.Test;

/// What a provider answers, and what it took.
interface AnsweringContract {
  /// Who is asked.
  EmulatedProvider subject();

  @Test
  default void answersWithTheRecordAskedForAndWhatItTook() {
    var recording = new Recording();
    Completion<Verdicts> completion =
        subject().provider().complete(Verdicts.prompt("karmin"), seconds(20), recording);
    assertThat(completion.answer().items())
        .extracting(Verdicts.Item::name, Verdicts.Item::status)
        .containsExactly(tuple("karmin", Verdicts.Status.NON_VEGAN));
    Reply reply = completion.reply();
    assertThat(reply.usage().input()).isPositive();
    assertThat(reply.usage().output()).isPositive();
    assertThat(reply.rawUsage()).startsWith("{").endsWith("}").hasSizeGreaterThan(2);
    assertThat(reply.requestId()).isPresent();
    assertThat(reply.modelServed()).startsWith(subject().provider().model());
    assertThat(reply.timeToFirstByte()).isPresent();
    assertThat(completion.attempts()).isEqualTo(1);
    assertThat(recording.started()).hasSize(1);
    assertThat(recording.ended()).hasOnlyElementsOfType(AttemptOutcome.Answered.class);
  }

  private static byte[] picture() {
    return new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3, 4, 5, 6};
  }

  @Test
  default void looksAtPictures() {
    Prompt<Verdicts> prompt = Verdicts.prompt("havre", Media.of("image/jpeg", picture()));
    Completion<Verdicts> completion =
        subject().provider().complete(prompt, seconds(20), AttemptListener.NONE);
    assertThat(completion.answer().items()).isNotEmpty();
    assertThat(completion.reply().usage().input())
        .isGreaterThan(
            subject()
                .provider()
                .complete(Verdicts.prompt("havre"), seconds(20), AttemptListener.NONE)
                .reply()
                .usage()
                .input());
  }

  @Test
  default void turnsAwayMediaThatTheModelDoesNotTakeWithoutAsking() {
    int before = subject().servedAtLeast(1).size();
    Prompt<Verdicts> prompt = Verdicts.prompt("havre", Media.of("image/x-unheard-of", picture()));
    assertThat(subject().failure(prompt, seconds(20)).kind())
        .isEqualTo(FailureKind.UNSUPPORTED_MEDIA);
    assertThat(subject().emulator().served()).hasSize(before);
  }

  @Test
  default void countsTokens() {
    long few = subject().provider().countTokens(Verdicts.prompt("havre"), seconds(20));
    long more = subject().provider().countTokens(Verdicts.prompt("havre".repeat(100)), seconds(20));
    assertThat(few).isPositive();
    assertThat(more).isGreaterThan(few);
  }

  @Test
  default void whatCameBackIsChargedEvenWhereItIsNoAnswer() {
    subject().emulator().failNext(AnswerFault.CUT_OFF);
    Failure failure = subject().failure(Verdicts.prompt("karmin"), seconds(20)).failure();
    assertThat(failure.reply().orElseThrow().usage().output()).isPositive();
  }

  @Test
  default void anAnswerBesideTheSchemaIsRepairedOnce() {
    subject().emulator().failNext(AnswerFault.OFF_SCHEMA);
    var recording = new Recording();
    Completion<Verdicts> completion =
        subject().provider().complete(Verdicts.prompt("karmin"), seconds(20), recording);
    assertThat(completion.repaired()).isTrue();
    assertThat(completion.answer().items()).isNotEmpty();
    assertThat(recording.failures()).containsExactly(FailureKind.SCHEMA_INVALID);
    assertThat(recording.started())
        .extracting(Attempt::cause)
        .containsExactly(Attempt.Cause.FIRST, Attempt.Cause.REPAIR);
  }

  @Test
  default void theKeyIsInNoAddress() {
    assertThat(subject().servedAtLeast(1))
        .allSatisfy(call -> assertThat(call.path()).doesNotContain(KEY));
  }
}
