package io.ordercore.bootstrap.http;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Validates every member of a body. The resolver that Hibernate Validator asks before each of them is for entities that are
 * loaded piece by piece, and remembering what it said took as much memory as reading the body.
 */
@Singleton
final class PlainValidation implements ValidatorFactoryCustomizer, TraversableResolver {
    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.traversableResolver(this);
        configuration.enableTraversableResolverResultCache(false);
    }

    @Override
    public boolean isReachable(
            @Nullable Object owner, Path.Node member, Class<?> root, Path pathToOwner, ElementType kind) {
        return true;
    }

    @Override
    public boolean isCascadable(
            @Nullable Object owner, Path.Node member, Class<?> root, Path pathToOwner, ElementType kind) {
        return true;
    }
}
