#include "data/digit_templates.hpp"

namespace dd {
namespace {

using namespace control_points;

// 6 ---------------------------------------------------------------------------------------------

constexpr ControlPoint sixCurved[] = {start(46, 0), to(18, 28), to(2, 66),  to(14, 96), to(40, 98),
                                      to(54, 76),   to(40, 58), to(16, 66), to(4, 80)};
constexpr ControlPoint sixStraight[] = {start(38, 0), to(20, 28),  to(6, 60),
                                        to(6, 88),    to(26, 100), to(44, 86),
                                        to(42, 64),   to(24, 62),  to(8, 76)};
constexpr ControlPoint sixBigLoop[] = {start(50, 4), to(20, 14), to(2, 48),  to(6, 86), to(30, 100),
                                       to(54, 86),   to(52, 58), to(30, 48), to(6, 64)};
constexpr ControlPoint sixSmallLoop[] = {start(34, 0), to(14, 32),  to(2, 70),
                                         to(8, 94),    to(24, 100), to(38, 88),
                                         to(34, 74),   to(18, 76),  to(6, 88)};
constexpr ControlPoint sixCrossing[] = {start(40, 0), to(14, 34), to(4, 74),
                                        to(22, 99),   to(40, 94), to(46, 78),
                                        to(36, 62),   to(12, 72), to(-8, 90)};
constexpr ControlPoint sixOpen[] = {start(42, 2), to(14, 32), to(2, 72),  to(18, 99), to(44, 92),
                                    to(52, 72),   to(44, 60), to(34, 60), to(24, 68)};
constexpr ControlPoint sixLying[] = {start(70, 0), to(30, 26), to(2, 66),  to(8, 96), to(40, 98),
                                     to(64, 78),   to(58, 62), to(34, 64), to(10, 84)};
constexpr ControlPoint sixHighLoop[] = {start(14, 0), to(2, 40),  to(4, 84),
                                        to(32, 100),  to(62, 84), to(60, 56),
                                        to(38, 48),   to(18, 68), to(26, 88)};
constexpr ControlPoint sixWide[] = {start(26, 0), to(2, 46),  to(16, 92), to(58, 99), to(92, 76),
                                    to(84, 48),   to(56, 46), to(32, 68), to(30, 86)};
constexpr ControlPoint sixInward[] = {start(30, 0), to(6, 42),  to(8, 88),  to(34, 98), to(56, 76),
                                      to(50, 50),   to(26, 52), to(18, 74), to(34, 80)};
constexpr ControlPoint sixRound[] = {start(56, 6), to(26, 10), to(4, 44),  to(10, 88), to(44, 100),
                                     to(72, 78),   to(62, 50), to(34, 46), to(12, 62)};
constexpr ControlPoint sixUpright[] = {start(10, 0), to(4, 36),  to(2, 72),  to(12, 98), to(34, 96),
                                       to(44, 76),   to(32, 62), to(14, 68), to(4, 80)};
constexpr ControlPoint sixWideLoop[] = {start(44, 0), to(14, 28), to(0, 62),
                                        to(20, 96),   to(60, 98), to(78, 74),
                                        to(58, 56),   to(26, 62), to(4, 76)};
constexpr DigitTemplate sixesPlain[] = {
    {5.4f, sixCurved},   {5.3f, sixStraight}, {2.4f, sixBigLoop}, {6.3f, sixSmallLoop},
    {1.7f, sixCrossing}, {1.5f, sixOpen},     {2.1f, sixLying},   {3.2f, sixHighLoop},
    {2.2f, sixWide},     {2.4f, sixInward},   {0.5f, sixRound},   {2.1f, sixUpright},
    {1.6f, sixWideLoop}};

// With a curl at the top.
constexpr ControlPoint sixTopCurl[] = {start(58, 12), to(44, 0),  to(20, 20), to(4, 60), to(14, 96),
                                       to(42, 98),    to(54, 76), to(36, 58), to(10, 74)};
constexpr ControlPoint sixTopHook[] = {start(72, 10), to(52, 0),  to(22, 14), to(2, 54), to(10, 94),
                                       to(42, 100),   to(62, 78), to(44, 56), to(8, 66)};
constexpr DigitTemplate sixesCurled[] = {{0.7f, sixTopCurl}, {0.3f, sixTopHook}};

constexpr ControlPoint sixLowStem[] = {start(8, 0), to(0, 52),  to(12, 92), to(42, 98),
                                       to(68, 74),  to(52, 56), to(22, 62), to(-4, 74)};
constexpr ControlPoint sixAngular[] = {start(44, 0), to(16, 44), to(4, 90),  to(30, 98),
                                       to(52, 78),   to(44, 60), to(24, 62), to(4, 82)};
constexpr DigitTemplate sixesLow[] = {{1.2f, sixLowStem}, {1.2f, sixAngular}};

constexpr TemplateFamily sixes[] = {sixesPlain, sixesCurled, sixesLow};

// 7 ---------------------------------------------------------------------------------------------

constexpr ControlPoint sevenPlain[] = {start(0, 8), to(28, 5), corner(56, 4), to(36, 50),
                                       to(22, 100)};
constexpr ControlPoint sevenAngular[] = {start(0, 2), to(30, 1), corner(62, 0), to(36, 50),
                                         to(8, 100)};
constexpr ControlPoint sevenUpright[] = {start(0, 10), to(24, 6), corner(48, 2), to(46, 50),
                                         to(44, 100)};
constexpr ControlPoint sevenFalling[] = {start(0, 4), to(22, 10), corner(50, 14), to(40, 52),
                                         to(36, 100)};
constexpr ControlPoint sevenBowed[] = {start(0, 8), to(30, 6), corner(62, 3), to(36, 46),
                                       to(34, 100)};
constexpr ControlPoint sevenShort[] = {start(0, 8), to(14, 4), corner(32, 2), to(24, 50),
                                       to(12, 100)};
constexpr ControlPoint sevenWide[] = {start(0, 6), to(44, 3), corner(88, 0), to(60, 46),
                                      to(40, 100)};
constexpr ControlPoint sevenLeaning[] = {start(0, 16), to(32, 8), corner(66, 0), to(34, 48),
                                         to(-6, 100)};
constexpr DigitTemplate sevensPlain[] = {
    {4.9f, sevenPlain}, {2.6f, sevenAngular}, {1.9f, sevenUpright}, {0.8f, sevenFalling},
    {1, sevenBowed},    {0.7f, sevenShort},   {1, sevenWide},       {0.5f, sevenLeaning}};

constexpr ControlPoint sevenCrossed[] = {start(0, 6), to(30, 4),     corner(58, 4), to(38, 48),
                                         to(22, 100), start(10, 52), to(32, 50),    to(56, 46)};
constexpr ControlPoint sevenCrossedUpright[] = {start(0, 8), to(22, 6),   corner(46, 4),
                                                to(38, 50),  to(36, 100), start(4, 48),
                                                to(36, 46),  to(76, 40)};
constexpr ControlPoint sevenCrossedLow[] = {start(0, 6), to(26, 3),    corner(54, 2), to(38, 48),
                                            to(24, 100), start(4, 64), to(32, 62),    to(64, 60)};
constexpr ControlPoint sevenCrossedFalling[] = {start(0, 10), to(24, 5),   corner(50, 2),
                                                to(36, 50),   to(24, 100), start(8, 46),
                                                to(34, 54),   to(62, 62)};
constexpr ControlPoint sevenCrossedRight[] = {start(0, 8), to(20, 5),   corner(42, 4),
                                              to(32, 50),  to(22, 100), start(20, 56),
                                              to(42, 54),  to(70, 52)};
constexpr ControlPoint sevenCrossedShort[] = {start(0, 6), to(20, 4),   corner(42, 2),
                                              to(30, 50),  to(16, 100), start(12, 54),
                                              to(26, 51),  to(42, 48)};
constexpr ControlPoint sevenCrossedRising[] = {start(0, 8), to(30, 4),  corner(62, 0),
                                               to(36, 48),  to(6, 100), start(0, 62),
                                               to(30, 52),  to(64, 40)};
constexpr DigitTemplate sevensCrossed[] = {{1.6f, sevenCrossed},      {0.8f, sevenCrossedUpright},
                                           {1.2f, sevenCrossedLow},   {0.5f, sevenCrossedFalling},
                                           {0.7f, sevenCrossedRight}, {1.4f, sevenCrossedShort},
                                           {0.5f, sevenCrossedRising}};

// With a serif or a hook at the left end.
constexpr ControlPoint sevenHooked[] = {start(0, 22),  corner(4, 4), to(30, 6),
                                        corner(58, 4), to(40, 48),   to(26, 100)};
constexpr ControlPoint sevenLongSerif[] = {start(0, 40),  corner(3, 6), to(32, 8),
                                           corner(58, 4), to(48, 46),   to(38, 100)};
constexpr ControlPoint sevenRisenSerif[] = {start(0, 34),  corner(8, 10), to(36, 12),
                                            corner(70, 0), to(50, 46),    to(30, 100)};
constexpr ControlPoint sevenVee[] = {start(2, 0),   corner(6, 24), to(34, 20),
                                     corner(64, 4), to(46, 48),    to(26, 100)};
constexpr DigitTemplate sevensHooked[] = {
    {1.5f, sevenHooked}, {1.1f, sevenLongSerif}, {0.7f, sevenRisenSerif}, {0.3f, sevenVee}};

constexpr ControlPoint sevenCrossedHooked[] = {start(0, 24),  corner(6, 4), to(34, 6),
                                               corner(64, 4), to(42, 48),   to(28, 100),
                                               start(6, 54),  to(36, 50),   to(72, 48)};
constexpr ControlPoint sevenCrossedSerif[] = {start(0, 20),  corner(4, 6), to(26, 6),
                                              corner(50, 4), to(38, 50),   to(28, 100),
                                              start(12, 60), to(36, 58),   to(62, 58)};
constexpr ControlPoint sevenCrossedLeaning[] = {start(2, 26),  corner(12, 6), to(40, 6),
                                                corner(70, 2), to(42, 48),    to(12, 100),
                                                start(8, 62),  to(36, 54),    to(66, 44)};
constexpr DigitTemplate sevensCrossedHooked[] = {
    {0.5f, sevenCrossedHooked}, {0.6f, sevenCrossedSerif}, {0.2f, sevenCrossedLeaning}};

// With a wave in the top.
constexpr ControlPoint sevenWave[] = {start(0, 18),  to(12, 4),  to(32, 10),
                                      corner(62, 2), to(42, 46), to(30, 100)};
constexpr ControlPoint sevenDeepWave[] = {start(0, 26),  to(10, 4),  to(34, 16),
                                          corner(66, 4), to(46, 50), to(24, 100)};
constexpr DigitTemplate sevensWaved[] = {{0.8f, sevenWave}, {0.6f, sevenDeepWave}};

constexpr ControlPoint sevenCrossedWave[] = {start(0, 20),  to(12, 4),  to(32, 8),
                                             corner(60, 2), to(42, 48), to(28, 100),
                                             start(10, 56), to(36, 54), to(66, 50)};
constexpr ControlPoint sevenCrossedDeepWave[] = {start(0, 28),  to(12, 4),  to(36, 14),
                                                 corner(64, 4), to(42, 52), to(20, 100),
                                                 start(12, 66), to(36, 60), to(64, 52)};
constexpr DigitTemplate sevensCrossedWaved[] = {{0.4f, sevenCrossedWave},
                                                {0.1f, sevenCrossedDeepWave}};

// Round at the shoulder.
constexpr ControlPoint sevenCurved[] = {start(0, 14), to(24, 3),  to(52, 6),
                                        to(54, 26),   to(38, 60), to(28, 100)};
constexpr ControlPoint sevenDrooping[] = {start(0, 30), to(10, 8),  to(34, 4),
                                          to(54, 10),   to(50, 50), to(40, 100)};
constexpr ControlPoint sevenRoof[] = {start(0, 28), to(24, 4),  to(66, 2),
                                      to(82, 18),   to(62, 56), to(40, 100)};
constexpr ControlPoint sevenArch[] = {start(0, 22), to(16, 4),  to(40, 4),
                                      to(48, 26),   to(40, 60), to(26, 100)};
constexpr ControlPoint sevenLongDrop[] = {start(0, 52), to(8, 14),  to(34, 2),
                                          to(58, 8),    to(54, 50), to(40, 100)};
constexpr ControlPoint sevenFlatRound[] = {start(0, 6), to(36, 2),  to(74, 6),
                                           to(78, 24),  to(50, 58), to(20, 100)};
constexpr ControlPoint sevenBelly[] = {start(0, 12), to(28, 2),  to(60, 10),
                                       to(70, 34),   to(56, 68), to(24, 100)};
constexpr DigitTemplate sevensRound[] = {
    {3.1f, sevenCurved},   {1.7f, sevenDrooping},  {1.1f, sevenRoof}, {1.1f, sevenArch},
    {0.6f, sevenLongDrop}, {0.9f, sevenFlatRound}, {0.7f, sevenBelly}};

constexpr ControlPoint sevenCrossedCurved[] = {start(0, 16),  to(22, 3),  to(48, 6),
                                               to(52, 26),    to(38, 60), to(28, 100),
                                               start(12, 58), to(38, 56), to(64, 54)};
constexpr ControlPoint sevenCrossedArch[] = {start(0, 20), to(12, 4),  to(34, 3),
                                             to(42, 24),   to(34, 60), to(26, 100),
                                             start(8, 62), to(34, 58), to(62, 60)};
constexpr ControlPoint sevenCrossedRound[] = {start(0, 10), to(28, 2),  to(58, 6),
                                              to(58, 26),   to(34, 62), to(10, 100),
                                              start(4, 60), to(34, 56), to(60, 46)};
constexpr DigitTemplate sevensCrossedRound[] = {
    {1.8f, sevenCrossedCurved}, {1.5f, sevenCrossedArch}, {0.7f, sevenCrossedRound}};

constexpr ControlPoint sevenFooted[] = {start(0, 8), to(30, 6),    corner(56, 4), to(36, 50),
                                        to(20, 98),  start(0, 98), to(22, 97),    to(46, 96)};
constexpr DigitTemplate sevensFooted[] = {{0.1f, sevenFooted}};

constexpr TemplateFamily sevens[] = {sevensPlain,         sevensCrossed,      sevensHooked,
                                     sevensCrossedHooked, sevensWaved,        sevensCrossedWaved,
                                     sevensRound,         sevensCrossedRound, sevensFooted};

}  // namespace

std::span<const TemplateFamily> templatesOfSix() { return sixes; }
std::span<const TemplateFamily> templatesOfSeven() { return sevens; }

}  // namespace dd
