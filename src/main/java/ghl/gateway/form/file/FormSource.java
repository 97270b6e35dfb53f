package ghl.gateway.form.file;

import java.io.IOException;
import java.util.List;

/** Where the files are. */
public interface FormSource {

    /** All of them as they are now, by name. */
    List<FormFile> read() throws IOException;
}
