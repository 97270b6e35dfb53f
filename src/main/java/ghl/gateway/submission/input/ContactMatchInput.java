package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("ContactMatchInput")
@Description("Identifies a contact. Set exactly one field.")
public record ContactMatchInput(
        @Id @Description("ID of the contact.") String id,
        @Description("Email address of the contact.") String email,

        @Description("Phone number of the contact. A national number is read in the location's country.")
        String phone) {}
