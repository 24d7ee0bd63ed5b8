package io.ordercore.bootstrap.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A table in a file: comma separated values in UTF-8 as RFC 4180 has them, the first line names the columns in any order, a
 * name ending in {@code .gz} is decompressed. Columns nobody asks for are ignored, and so are
 * columns without a name.
 */
public final class CsvFile {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
            .build();
    private static final CsvSchema BY_HEADER = CsvSchema.emptySchema().withHeader();

    private final Path path;

    private CsvFile(Path path) {
        this.path = path;
    }

    public static CsvFile at(Path path) {
        return new CsvFile(path);
    }

    /**
     * Gives {@code reader} every row, in order, one at a time.
     *
     * @throws BadFileException if there is no such file, or a row cannot be read
     */
    public void forEach(Consumer<CsvRow> reader) {
        if (!Files.isReadable(path)) {
            throw new BadFileException("There is no readable file " + path + ".");
        }
        long line = 1;
        try (InputStream bytes = open();
                MappingIterator<Map<String, String>> rows =
                        MAPPER.readerForMapOf(String.class).with(BY_HEADER).readValues(bytes)) {
            while (rows.hasNext()) {
                line++;
                reader.accept(new CsvRow(path, line, rows.next()));
            }
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw new BadFileException(path + ", row " + line + ": not a table of comma separated values", e);
        } catch (IOException e) {
            throw new BadFileException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
