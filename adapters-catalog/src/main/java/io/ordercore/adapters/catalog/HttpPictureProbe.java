package io.ordercore.adapters.catalog;

import io.ordercore.application.catalog.listing.PictureProbe;
import io.ordercore.domain.catalog.PictureFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at pictures over HTTP and HTTPS: at most 20 MB each, five seconds for one, ten for all of a listing. Asks public
 * addresses on the ports 80 and 443 only, after every redirect too.
 */
public final class HttpPictureProbe implements PictureProbe, AutoCloseable {
    /** More than any rule set allows, so that a picture too large is told its size. */
    private static final int LARGEST = 20_000_000;

    private static final Duration FOR_ONE = Duration.ofSeconds(5);
    private static final Duration FOR_ALL = Duration.ofSeconds(10);
    private static final int AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(HttpPictureProbe.class);

    private final PictureFetch fetch;
    private final Duration forOne;
    private final Duration forAll;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread made = new Thread(work, "ordercore-picture-probe");
        made.setDaemon(true);
        return made;
    });

    /** A probe of the public web. */
    public HttpPictureProbe() {
        this(new PictureFetch(InetAddress::getAllByName, PictureFetch.Gate.PUBLIC, LARGEST), FOR_ONE, FOR_ALL);
    }

    HttpPictureProbe(PictureFetch fetch, Duration forOne, Duration forAll) {
        this.fetch = fetch;
        this.forOne = forOne;
        this.forAll = forAll;
    }

    @Override
    public Optional<PictureFacts> look(String url) {
        return Optional.ofNullable(look(List.of(url)).get(url));
    }

    /** Several at a time; what is not there in time is left out. Resolving a name is bounded by this alone. */
    @Override
    public Map<String, PictureFacts> look(List<String> urls) {
        List<String> distinct = urls.stream().distinct().toList();
        List<Future<Optional<PictureFacts>>> looks = new ArrayList<>();
        try {
            looks.addAll(threads.invokeAll(
                    distinct.stream()
                            .map(url -> (java.util.concurrent.Callable<Optional<PictureFacts>>) () -> lookNow(url))
                            .toList(),
                    forAll.toMillis(),
                    TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
        Map<String, PictureFacts> seen = new LinkedHashMap<>();
        for (int i = 0; i < looks.size(); i++) {
            String url = distinct.get(i);
            answer(looks.get(i)).ifPresent(facts -> seen.put(url, facts));
        }
        return seen;
    }

    private static Optional<PictureFacts> answer(Future<Optional<PictureFacts>> look) {
        try {
            return look.get();
        } catch (CancellationException tooLate) {
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.warn("a picture could not be looked at", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<PictureFacts> lookNow(String url) {
        try {
            return PictureBytes.measure(fetch.fetch(url, forOne));
        } catch (IOException e) {
            LOG.debug("no picture was to be had", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
