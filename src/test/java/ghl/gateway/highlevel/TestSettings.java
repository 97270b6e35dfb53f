package ghl.gateway.highlevel;

import ghl.gateway.fixture.SettingsReader;
import ghl.gateway.highlevel.settings.CrmSettings;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import java.util.HashMap;
import java.util.Map;

/** Settings read as the gateway reads them. */
public final class TestSettings {

    private TestSettings() {}

    public static CrmSettings of(Map<String, String> settings) {
        return CrmSettings.decide(config(settings));
    }

    public static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private static HighLevelConfig config(Map<String, String> settings) {
        return SettingsReader.read(HighLevelConfig.class, settings);
    }
}
