package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("ContactMatchInput")
@Description("Which contact this is about: exactly one of the three.")
public record ContactMatchInput(
        @Id @Description("The CRM's id of the contact.") String id,
        @Description("Its e-mail address.") String email,

        @Description("Its phone number; a national one is read in the location's country.")
        String phone) {}
