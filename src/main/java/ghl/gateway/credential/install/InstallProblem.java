package ghl.gateway.credential.install;

/** Why an install failed, and what the person at the browser can do about it. */
enum InstallProblem {
    NO_APP(
            404,
            "No OAuth app is configured",
            "Set HIGHLEVEL_OAUTH_CLIENT_ID, HIGHLEVEL_OAUTH_CLIENT_SECRET and HIGHLEVEL_OAUTH_REDIRECT_URI, or use private"
                    + " integration tokens."),
    NOT_INVITED(
            403,
            "You need an invitation",
            "Ask an operator who may manage all locations for an invitation link: POST /ops/locations/connect returns one."
                    + " It is valid for a few minutes."),
    FOREIGN_STATE(
            400,
            "This link is not from this gateway",
            "The state parameter in the address is missing or was not issued here. Start again at /oauth/install."),
    ANOTHER_BROWSER(
            400,
            "You started in another browser",
            "The cookie from the first step is missing. Allow cookies, then start again at /oauth/install and stay in the"
                    + " same browser and on the same gateway address."),
    TOO_LATE(400, "This took too long", "The consent expires after a few minutes. Start again at /oauth/install."),
    USED(
            400,
            "This link has already been used",
            "The address was opened a second time. If the location is not connected, start again at /oauth/install."),
    REFUSED_BY_PERSON(
            400,
            "Access was not granted",
            "The consent page of the CRM was cancelled. To try again, start at /oauth/install."),
    NO_CODE(
            400,
            "The CRM sent no authorization code",
            "Start again at /oauth/install. If this happens again, compare the redirect address in the app's settings with"
                    + " HIGHLEVEL_OAUTH_REDIRECT_URI."),
    CODE_REFUSED(
            400,
            "The CRM rejected the authorization code",
            "The code may have expired, or the app's client ID, client secret or redirect address differ from this gateway's"
                    + " settings. Start again at /oauth/install."),
    CRM_DOWN(
            502,
            "The CRM does not respond",
            "Its token endpoint is unreachable or failed. Wait a moment, then start again at /oauth/install."),
    NOT_SAVED(
            503,
            "The gateway could not save the connection",
            "Nothing was connected, because the database failed. The gateway's log has the reason. When the database works"
                    + " again, start again at /oauth/install."),
    SCOPES_MISSING(
            400,
            "The app lacks required scopes",
            "Add the missing scopes to the app in the CRM's marketplace, then start again at /oauth/install.");

    private final int status;
    private final String title;
    private final String advice;

    InstallProblem(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String advice() {
        return advice;
    }

    Failure exception() {
        return new Failure(this, "");
    }

    Failure exception(String detail) {
        return new Failure(this, detail);
    }

    /** The install failed, and nothing was stored. */
    static final class Failure extends RuntimeException {

        private final InstallProblem problem;
        private final String detail;

        private Failure(InstallProblem problem, String detail) {
            super(problem.name(), null, false, false);
            this.problem = problem;
            this.detail = detail;
        }

        InstallProblem problem() {
            return problem;
        }

        /** More about the cause; may be empty. */
        String detail() {
            return detail;
        }
    }
}
