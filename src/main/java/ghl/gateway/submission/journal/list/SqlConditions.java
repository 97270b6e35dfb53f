package ghl.gateway.submission.journal.list;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.journal.list.SubmissionListStore.Criteria;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Builds the WHERE clause of a statement together with its parameters. */
final class SqlConditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    static SqlConditions of(Criteria criteria) {
        SubmissionFilter filter = criteria.filter();
        SqlConditions conditions = new SqlConditions()
                .within(criteria.within())
                .whereGiven("location_id = ?", filter.locationId())
                .whereGiven("status = ?", filter.status())
                .whereGiven("waiting_for = ?", filter.waitingFor())
                .whereGiven("reason = ?", filter.reason())
                .whereGiven("form = ?", filter.form())
                .whereGiven("created_at >= ?", filter.createdAfter())
                .whereGiven("created_at < ?", filter.createdBefore());
        return criteria.person() == null ? conditions : conditions.about(criteria.person());
    }

    SqlConditions within(LocationScope locations) {
        if (locations.all()) {
            return this;
        }
        String each = String.join(", ", Collections.nCopies(locations.ids().size(), "?"));
        return locations.ids().isEmpty()
                ? where("1 = 0")
                : where("location_id IN (" + each + ")", locations.ids().toArray());
    }

    /** By contact id this includes submissions that came with an e-mail or phone and that the CRM attached to the contact. */
    SqlConditions about(PersonKey person) {
        String withKey = "SELECT submission_id FROM submission_lane WHERE digest = ?";
        return person.contactId() == null
                ? where("id IN (" + withKey + ")", person.orderingKey())
                : where(
                        "id IN (" + withKey
                                + " UNION SELECT id FROM submission WHERE location_id = ? AND contact_id = ?)",
                        person.orderingKey(),
                        person.locationId(),
                        person.contactId());
    }

    SqlConditions where(String condition, Object... values) {
        sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    SqlConditions whereGiven(String condition, Object value) {
        return value == null ? this : where(condition, value);
    }

    String sql() {
        return sql.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }
}
