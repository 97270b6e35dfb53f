package ghl.gateway.demo;

import ghl.gateway.contact.Task;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A task for display.
 *
 * @param due in the location's time zone; null without a due date
 */
public record DueTask(String title, String due) {

    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

    static DueTask of(Task task, ZoneId zone) {
        String due =
                task.dueDate() == null ? null : DUE.format(task.dueDate().atZone(zone)) + " (" + zone.getId() + ")";
        return new DueTask(task.title(), due);
    }
}
