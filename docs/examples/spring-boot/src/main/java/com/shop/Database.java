package com.shop;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only for the example: a PostgreSQL where no {@code spring.datasource.url} names one. */
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class Database {
    @Bean
    EmbeddedPostgres postgres() {
        return EmbeddedPostgres.temporary();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return DataSourceBuilder.create()
                .url(postgres.jdbcUrl() + "?socketTimeout=30")
                .username(postgres.user())
                .password(postgres.password())
                .build();
    }
}
