package com.shop;

import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.Transactions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's transactions as the order core needs them: joined if there is one, and never a success nobody is sure of. */
final class SpringTransactions implements Transactions {
    private final TransactionTemplate template;

    SpringTransactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return template.execute(status -> {
                T result = work.get();
                committing.set(true);
                return result;
            });
        } catch (CannotCreateTransactionException e) {
            throw new StoreUnavailableException("the database did not answer", e);
        } catch (UnexpectedRollbackException e) {
            throw e;
        } catch (TransactionException | DataAccessException e) {
            throw committing.get() ? new CommitUnknownException("no answer to a commit", e) : e;
        }
    }
}
