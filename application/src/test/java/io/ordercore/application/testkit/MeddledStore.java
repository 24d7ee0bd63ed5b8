package io.ordercore.application.testkit;

import io.ordercore.application.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/**
 * A store in which somebody else gets in between: once, just before the nth call of any port. What is done then is seen by the
 * calls that follow, as what another transaction commits is seen by those of a running one. It shares the transaction, so it may
 * stand only for what could have been committed then: for nothing that would have waited for a row written before.
 */
final class MeddledStore {
    private final Predicate<String> counted;
    private final int nth;
    private final Runnable meddling;
    private int calls;

    MeddledStore(int nth, Runnable meddling) {
        this(anyCall -> true, nth, meddling);
    }

    private MeddledStore(Predicate<String> counted, int nth, Runnable meddling) {
        this.counted = counted;
        this.nth = nth;
        this.meddling = meddling;
    }

    /** Just before the first call of a method of that name. */
    static MeddledStore before(String method, Runnable meddling) {
        return new MeddledStore(method::equals, 1, meddling);
    }

    Store on(Store store) {
        return watched(Store.class, store);
    }

    /** Whether there were that many calls. */
    boolean hasMeddled() {
        return calls >= nth;
    }

    private <T> T watched(Class<T> type, Object port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean holdsPorts = method.getParameterCount() == 0
                            && method.getReturnType().isInterface()
                            && method.getReturnType().getName().startsWith("io.ordercore.application.");
                    if (!holdsPorts && counted.test(method.getName())) {
                        count();
                    }
                    try {
                        Object answer = method.invoke(port, arguments);
                        return holdsPorts ? watched(method.getReturnType(), answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private void count() {
        calls++;
        if (calls == nth) {
            meddling.run();
        }
    }
}
