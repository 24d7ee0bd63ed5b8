package io.ordercore.application;

import java.time.Clock;
import java.util.function.Supplier;

final class RunOnceService implements RunOnce {
    private final Transactions transactions;
    private final CommandLog commands;
    private final Clock clock;

    RunOnceService(Transactions transactions, CommandLog commands, Clock clock) {
        this.transactions = transactions;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Outcome run(CommandKey key, String fingerprint, Supplier<Attempt> command) {
        return transactions.run(() -> commands.claim(key, fingerprint, clock.instant())
                .decide(new CommandLog.Claim.Cases<Outcome>() {
                    @Override
                    public Outcome fresh() {
                        Attempt attempt = command.get();
                        if (attempt.executed()) {
                            commands.record(key, attempt.answer());
                        } else {
                            commands.forget(key);
                        }
                        return new Done(attempt.answer());
                    }

                    @Override
                    public Outcome replay(String answer) {
                        return new Replayed(answer);
                    }

                    @Override
                    public Outcome otherCommand() {
                        return new OtherCommand();
                    }

                    @Override
                    public Outcome inProgress() {
                        return new InProgress();
                    }
                }));
    }
}
