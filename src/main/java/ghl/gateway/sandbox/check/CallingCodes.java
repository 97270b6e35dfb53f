package ghl.gateway.sandbox.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calling codes of the countries that a location of the sandbox may plausibly be in (ITU-T E.164). */
final class CallingCodes {

    private static final String TABLE = """
            1 US CA PR DO JM BS BB TT
            7 RU KZ
            20 EG
            27 ZA
            30 GR
            31 NL
            32 BE
            33 FR
            34 ES
            36 HU
            39 IT
            40 RO
            41 CH
            43 AT
            44 GB GG IM JE
            45 DK
            46 SE
            47 NO
            48 PL
            49 DE
            51 PE
            52 MX
            54 AR
            55 BR
            56 CL
            57 CO
            58 VE
            60 MY
            61 AU
            62 ID
            63 PH
            64 NZ
            65 SG
            66 TH
            81 JP
            82 KR
            84 VN
            86 CN
            90 TR
            91 IN
            92 PK
            94 LK
            212 MA
            233 GH
            234 NG
            254 KE
            351 PT
            352 LU
            353 IE
            354 IS
            356 MT
            357 CY
            358 FI
            359 BG
            370 LT
            371 LV
            372 EE
            380 UA
            381 RS
            385 HR
            386 SI
            420 CZ
            421 SK
            506 CR
            507 PA
            593 EC
            598 UY
            852 HK
            880 BD
            886 TW
            961 LB
            962 JO
            966 SA
            971 AE
            972 IL
            """;

    private static final Map<String, String> BY_COUNTRY = read();

    private CallingCodes() {}

    static Optional<String> of(String country) {
        return Optional.ofNullable(country).map(BY_COUNTRY::get);
    }

    private static Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        TABLE.lines().map(line -> line.split(" ")).forEach(words -> {
            for (int i = 1; i < words.length; i++) {
                codes.put(words[i], words[0]);
            }
        });
        return codes;
    }
}
