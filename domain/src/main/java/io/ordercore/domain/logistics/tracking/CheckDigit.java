package io.ordercore.domain.logistics.tracking;

import java.util.List;

/**
 * How the last character of a tracking number follows from the others. The algorithms are those the carriers print with
 * their number formats (UPU S10, GS1 mod 10, Luhn, ISO 7064 mod 37,36 and weighted sums).
 */
sealed interface CheckDigit {
    /** Whether {@code check} follows from {@code serial}, which is upper-case letters and digits. */
    boolean isRight(String serial, char check);

    /** Formats that carry none. */
    record None() implements CheckDigit {
        @Override
        public boolean isRight(String serial, char check) {
            return true;
        }
    }

    /** Digits at even and odd positions (from 0) weighted differently; letters count as their place from A = 2, mod 10. */
    record Mod10(int evens, int odds) implements CheckDigit {
        @Override
        public boolean isRight(String serial, char check) {
            int sum = 0;
            for (int i = 0; i < serial.length(); i++) {
                sum += valueOf(serial.charAt(i)) * (i % 2 == 0 ? evens : odds);
            }
            return (10 - sum % 10) % 10 == digit(check);
        }

        private static int valueOf(char c) {
            return Character.isDigit(c) ? digit(c) : (c - 3) % 10;
        }
    }

    /** The same, counted from the right. */
    record Backwards(CheckDigit other) implements CheckDigit {
        @Override
        public boolean isRight(String serial, char check) {
            return other.isRight(new StringBuilder(serial).reverse().toString(), check);
        }
    }

    /** The serial number itself modulo 7 (DHL air waybills). */
    record Mod7() implements CheckDigit {
        @Override
        public boolean isRight(String serial, char check) {
            return Long.parseLong(serial) % 7 == digit(check);
        }
    }

    /** UPU S10: 11 minus the weighted sum modulo 11, with 10 read as 0 and 11 as 5. */
    record S10() implements CheckDigit {
        private static final List<Integer> WEIGHTS = List.of(8, 6, 4, 2, 3, 5, 9, 7);

        @Override
        public boolean isRight(String serial, char check) {
            int rest = 11 - weightedSum(serial, WEIGHTS) % 11;
            return switch (rest) {
                case 10 -> digit(check) == 0;
                case 11 -> digit(check) == 5;
                default -> digit(check) == rest;
            };
        }
    }

    /** A weighted sum modulo 11, then modulo 10 (FedEx). */
    record Weighted(List<Integer> weights) implements CheckDigit {
        @Override
        public boolean isRight(String serial, char check) {
            return weightedSum(serial, weights) % 11 % 10 == digit(check);
        }
    }

    /** ISO/IEC 7812 (Luhn). */
    record Luhn() implements CheckDigit {
        @Override
        public boolean isRight(String serial, char check) {
            int sum = 0;
            for (int i = 0; i < serial.length(); i++) {
                int fromRight = serial.length() - 1 - i;
                int value = digit(serial.charAt(i)) * (fromRight % 2 == 0 ? 2 : 1);
                sum += value > 9 ? value - 9 : value;
            }
            return (10 - sum % 10) % 10 == digit(check);
        }
    }

    /** ISO/IEC 7064 mod 37,36 (DPD). */
    record Mod37And36() implements CheckDigit {
        @Override
        public boolean isRight(String serial, char check) {
            int product = 36;
            for (int i = 0; i < serial.length(); i++) {
                int sum = (product + Character.digit(serial.charAt(i), 36)) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
            return (37 - product) % 36 == Character.digit(check, 36);
        }
    }

    private static int weightedSum(String serial, List<Integer> weights) {
        int sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            sum += digit(serial.charAt(i)) * weights.get(i);
        }
        return sum;
    }

    private static int digit(char c) {
        return Character.digit(c, 10);
    }
}
