package ghl.gateway.credential.install;

/** Why nothing was connected, and what to do about it, in words for the person at the browser. */
enum InstallProblem {
    NO_APP(
            404,
            "This gateway has no app to connect locations with",
            "Set HIGHLEVEL_OAUTH_CLIENT_ID, HIGHLEVEL_OAUTH_CLIENT_SECRET and HIGHLEVEL_OAUTH_REDIRECT_URI, or use private"
                    + " integration tokens."),
    NOT_INVITED(
            403,
            "This needs an invitation",
            "Whoever has a key with the role operator for all locations asks for the address to open here: POST"
                    + " /ops/locations/connect. It holds for some minutes."),
    FOREIGN_STATE(
            400,
            "This did not begin at this gateway",
            "The state in the address is missing or was not made here. Begin at /oauth/install."),
    ANOTHER_BROWSER(
            400,
            "This began in another browser",
            "The cookie of the beginning is missing: finish in the same browser, under the same address of the gateway,"
                    + " with cookies allowed. Begin again at /oauth/install."),
    TOO_LATE(400, "This took too long", "The consent is only waited for some minutes. Begin again at /oauth/install."),
    USED(
            400,
            "This has been done already",
            "The address was opened a second time. If the location is not connected, begin again at /oauth/install."),
    REFUSED_BY_PERSON(
            400,
            "Consent was refused",
            "Nobody agreed on the CRM's page. If that was a slip, begin again at /oauth/install."),
    NO_CODE(
            400,
            "The CRM sent no code",
            "It came back without saying what was agreed on. Begin again at /oauth/install; if that repeats, compare the"
                    + " redirect address in the app's settings with HIGHLEVEL_OAUTH_REDIRECT_URI."),
    CODE_REFUSED(
            400,
            "The CRM did not accept its own code",
            "It may be too old, or the app's client id, client secret or redirect address differ from the settings of this"
                    + " gateway. Begin again at /oauth/install."),
    CRM_DOWN(
            502,
            "The CRM does not answer",
            "Its token endpoint could not be reached or failed. Wait a little, then begin again at /oauth/install."),
    NOT_KEPT(
            503,
            "The gateway could not keep this",
            "Its database did not take it, and its log says why. Nothing was connected: when the database works again, begin"
                    + " again at /oauth/install."),
    SCOPES_MISSING(
            400,
            "The app may not do enough",
            "Add the missing scopes to the app in the CRM's marketplace, then begin again at /oauth/install.");

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

    Found exception() {
        return new Found(this, "");
    }

    Found exception(String detail) {
        return new Found(this, detail);
    }

    /** It was found. Nothing has been stored. */
    static final class Found extends RuntimeException {

        private final InstallProblem problem;
        private final String detail;

        private Found(InstallProblem problem, String detail) {
            super(problem.name(), null, false, false);
            this.problem = problem;
            this.detail = detail;
        }

        InstallProblem problem() {
            return problem;
        }

        /** What exactly; blank when there is no more to say. */
        String detail() {
            return detail;
        }
    }
}
