package org.hfsregistry.registry.mongodb;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/** Tells the other rooms, which do not know the driver, when the store is away. */
@Component
class StoreAnswers implements PersistenceExceptionTranslator {

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException e) {
        return away(e);
    }

    /** Null where it says anything else. */
    static @Nullable DataAccessException away(RuntimeException e) {
        boolean away = e instanceof MongoSocketException
                || e instanceof MongoTimeoutException
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException;
        return away ? new DataAccessResourceFailureException("the store does not answer", e) : null;
    }
}
