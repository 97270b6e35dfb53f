package ghl.gateway.form.file;

import java.io.IOException;
import java.util.List;

public interface FormSource {

    /** All files in their current state, ordered by name. */
    List<FormFile> read() throws IOException;
}
