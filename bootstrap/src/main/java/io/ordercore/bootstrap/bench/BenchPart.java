package io.ordercore.bootstrap.bench;

import java.util.EnumSet;
import java.util.Set;

/** What can be measured, in the order in which it is. */
enum BenchPart {
    /** Orders spread over 10,000 SKUs: cold, then warm at 1, 8, 32 and 128 connections. */
    UNIFORM {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.uniform();
        }
    },
    /** All orders on one SKU. */
    HOT {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.hot();
        }
    },
    /** Five lines an order. */
    LINES {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.fiveLines();
        }
    },
    /** Latency at 80 % of the highest rate. */
    STEADY {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.steady();
        }
    },
    /** Three times the highest rate offered. */
    OVERLOAD {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.overload();
        }
    },
    /** Orders by id. */
    READ {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.read();
        }
    },
    /** 100,000 buyers, 1,000 units. */
    SALE {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.sale();
        }
    },
    /** From starting on existing data to the first accepted order. */
    RESTART {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.restart();
        }
    },
    /** Five times killed under full load. */
    CRASH {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.crash();
        }
    },
    /** Long at 80 %. */
    SOAK {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.soak(options.soak());
        }
    },
    /** The same rate with more and more orders stored. */
    GROWTH {
        @Override
        void run(Bench bench, BenchCommand options) {
            bench.growth(options.growth());
        }
    };

    static final Set<BenchPart> QUICK = EnumSet.range(UNIFORM, RESTART);

    abstract void run(Bench bench, BenchCommand options);
}
