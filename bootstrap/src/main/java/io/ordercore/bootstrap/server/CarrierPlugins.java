package io.ordercore.bootstrap.server;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierPlugin;
import io.ordercore.application.logistics.Carriers;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapters in jars: whatever lies in {@code plugins/} of the data directory is connected, at the start and when it appears
 * later, without a rebuild or a restart. Each jar has a class loader of its own. A jar that cannot be used is told once and
 * tried again when it changes, so that half a copy does no harm; one in use is replaced by a restart.
 */
final class CarrierPlugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierPlugins.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private record Seen(FileTime changed, long size) {}

    private final Path data;
    private final Carriers carriers;
    private final CallBudgets budgets;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final Thread watcher = new Thread(this::watchOn, "carrier-plugins");

    CarrierPlugins(Path data, Carriers carriers, CallBudgets budgets, Clock clock) {
        this.data = data;
        this.carriers = carriers;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Looks now, and again every two seconds. */
    void watch() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watchOn() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects what is new. */
    synchronized void look() {
        Path folder = data.resolve("plugins");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                Seen now = new Seen(Files.getLastModifiedTime(jar), Files.size(jar));
                if (!now.equals(seen.put(jar, now))) {
                    connect(jar);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("cannot look into {}", folder, e);
        }
    }

    private void connect(Path jar) throws IOException {
        URLClassLoader loader = new URLClassLoader(
                jar.getFileName().toString(), new URL[] {jar.toUri().toURL()}, CarrierPlugins.class.getClassLoader());
        boolean used = false;
        try {
            for (CarrierPlugin plugin : ServiceLoader.load(CarrierPlugin.class, loader)) {
                if (plugin.getClass().getClassLoader() == loader) {
                    carriers.connect(plugin.connect(
                            KnownCarriers.accounts(data)
                                    .getOrDefault(plugin.code().value(), Map.of()),
                            budgets,
                            clock));
                    used = true;
                    LOG.info("{} connects {}", jar.getFileName(), plugin.code());
                }
            }
            if (!used) {
                LOG.warn("{} names no carrier plugin", jar.getFileName());
            }
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            LOG.warn("{} cannot be used: {}", jar.getFileName(), e.toString());
        }
        if (used) {
            loaders.add(loader);
        } else {
            loader.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        watcher.interrupt();
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }
}
