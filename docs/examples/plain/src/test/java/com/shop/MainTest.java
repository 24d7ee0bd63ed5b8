package com.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path data;

    @Test
    void two_kettles_are_sold_once() throws Exception {
        String first = output();
        String second = output();

        assertTrue(first.startsWith("placed ") && first.contains("CNY 198.00 to pay"), first);
        assertTrue(second.startsWith("placed before: "), second);
    }

    private String output() throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {data.toString()});
        } finally {
            System.setOut(console);
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }
}
