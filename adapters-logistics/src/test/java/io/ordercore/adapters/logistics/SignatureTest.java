package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignatureTest {
    @Test
    void sf_signs_what_the_url_encoder_makes_of_data_time_and_secret() {
        // computed with openssl: printf '%7B%22a%22%3A1%7D17secret' | openssl md5 -binary | base64
        assertThat(SfPlatform.digest("{\"a\":1}", "17", "secret")).isEqualTo("JAUjdt0HO/hiwpPj+F8JQA==");
    }

    @Test
    void hmac_sha256_agrees_with_rfc_4231_case_2() {
        assertThat(Digests.hmacSha256Hex("Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void md5_agrees_with_rfc_1321() {
        assertThat(Digests.md5Hex("message digest")).isEqualTo("F96B697D7CB7938D525A2F31AAF161D0");
    }

    @Test
    void the_carriers_known_answers_come_out() throws IOException, UnreadableAnswerException {
        Path shared = SharedPayloads.folder();
        JsonNode sf = Payloads.json(Files.readString(shared.resolve("sf-express/signature.kat.json")));
        for (JsonNode vector : sf.path("vectors")) {
            assertThat(SfPlatform.digest(
                            vector.path("msgData").asText(),
                            vector.path("timestamp").asText(),
                            vector.path("checkWord").asText()))
                    .isEqualTo(vector.path("msgDigest").asText());
        }
        JsonNode kuaidi = Payloads.json(Files.readString(shared.resolve("kuaidi100/signature.kat.json")));
        for (JsonNode vector : kuaidi.path("vectors")) {
            String param = Files.readString(
                    shared.resolve("kuaidi100").resolve(vector.path("paramFile").asText()));
            assertThat(Digests.md5Hex(param + vector.path("salt").asText()))
                    .isEqualTo(vector.path("sign").asText());
        }
    }
}
