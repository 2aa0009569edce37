#include "data/digit_templates.hpp"

namespace dd {
namespace {

using namespace control_points;

// 5 ---------------------------------------------------------------------------------------------

constexpr ControlPoint fiveTwoStrokes[] = {start(12, 4), to(10, 22), corner(6, 44), to(30, 36),
                                           to(54, 54),   to(50, 86), to(26, 100),   to(0, 92),
                                           start(12, 4), to(36, 2),  to(62, 0)};
constexpr ControlPoint fiveOneStroke[] = {start(60, 2),  to(36, 3),  corner(14, 4), to(12, 22),
                                          corner(8, 44), to(34, 38), to(56, 58),    to(48, 90),
                                          to(22, 100),   to(0, 90)};
constexpr ControlPoint fiveSmooth[] = {start(62, 4), to(34, 3),  to(14, 14), to(18, 38),
                                       to(42, 52),   to(50, 76), to(32, 98), to(0, 94)};
constexpr ControlPoint fiveSlender[] = {start(60, 0), to(44, 2),      corner(28, 8),
                                        to(20, 26),   corner(14, 42), to(34, 50),
                                        to(42, 72),   to(26, 96),     to(-4, 98)};
constexpr ControlPoint fiveApartBar[] = {start(10, 14), to(8, 30),  corner(6, 48), to(28, 42),
                                         to(48, 60),    to(44, 88), to(22, 100),   to(0, 90),
                                         start(16, 8),  to(40, 4),  to(70, 2)};
constexpr ControlPoint fiveWide[] = {start(86, 4),   to(56, 4),  corner(28, 8), to(22, 24),
                                     corner(16, 40), to(44, 42), to(60, 64),    to(46, 92),
                                     to(18, 100),    to(-6, 88)};
constexpr ControlPoint fiveBigBelly[] = {start(8, 2), to(6, 18),  corner(4, 34), to(34, 28),
                                         to(62, 50),  to(60, 82), to(32, 100),   to(-2, 88),
                                         start(8, 2), to(30, 2),  to(52, 0)};
constexpr ControlPoint fiveSmallBelly[] = {start(44, 2),  to(24, 4),  corner(8, 8), to(6, 32),
                                           corner(6, 54), to(28, 52), to(42, 70),   to(34, 94),
                                           to(14, 100),   to(-4, 92)};
constexpr ControlPoint fiveCurled[] = {start(64, 2), to(40, 4),  corner(20, 8), to(12, 28),
                                       to(12, 44),   to(36, 50), to(54, 72),    to(40, 98),
                                       to(12, 96),   to(6, 80)};
constexpr ControlPoint fiveHook[] = {start(62, 6), to(42, 0),   to(30, 12), to(34, 50),
                                     to(32, 84),   to(14, 100), to(0, 84)};
constexpr ControlPoint fiveLongBar[] = {start(22, 14), to(18, 32), corner(14, 48), to(38, 50),
                                        to(46, 70),    to(28, 94), to(-4, 98),     start(22, 14),
                                        to(60, 8),     to(108, 0)};
constexpr ControlPoint fiveRound[] = {start(50, 0),  to(24, 4),  corner(10, 10), to(2, 26),
                                      corner(4, 40), to(36, 36), to(62, 56),     to(58, 86),
                                      to(28, 100),   to(2, 88)};
constexpr ControlPoint fiveSteep[] = {start(58, 0), to(42, 6),      to(24, 14),
                                      to(16, 36),   corner(22, 48), to(36, 56),
                                      to(36, 78),   to(20, 96),     to(-10, 98)};
constexpr ControlPoint fiveWideFlat[] = {start(100, 4), to(66, 6),      corner(36, 12),
                                         to(28, 30),    corner(20, 46), to(58, 46),
                                         to(74, 66),    to(48, 94),     to(-4, 100)};

constexpr DigitTemplate fives[] = {{4, fiveTwoStrokes},  {4, fiveOneStroke},  {3, fiveSmooth},
                                   {3, fiveSlender},     {2, fiveApartBar},   {2, fiveWide},
                                   {1.5f, fiveBigBelly}, {2, fiveSmallBelly}, {1, fiveCurled},
                                   {1.5f, fiveHook},     {2, fiveLongBar},    {2, fiveRound},
                                   {2, fiveSteep},       {2, fiveWideFlat}};

// 6 ---------------------------------------------------------------------------------------------

constexpr ControlPoint sixCurved[] = {start(46, 0), to(18, 28), to(2, 66),  to(14, 96), to(40, 98),
                                      to(54, 76),   to(40, 58), to(16, 66), to(4, 80)};
constexpr ControlPoint sixStraight[] = {start(38, 0), to(20, 28),  to(6, 60),
                                        to(4, 88),    to(22, 100), to(44, 88),
                                        to(46, 66),   to(26, 60),  to(8, 76)};
constexpr ControlPoint sixBigLoop[] = {start(50, 4), to(20, 14), to(2, 48),  to(6, 86), to(30, 100),
                                       to(54, 86),   to(52, 58), to(30, 48), to(6, 64)};
constexpr ControlPoint sixSmallLoop[] = {start(34, 0), to(14, 32),  to(2, 70),
                                         to(8, 94),    to(24, 100), to(38, 88),
                                         to(34, 74),   to(18, 76),  to(6, 88)};
constexpr ControlPoint sixCrossing[] = {start(40, 0), to(14, 34), to(4, 74), to(22, 99), to(46, 84),
                                        to(42, 62),   to(20, 64), to(2, 84), to(-6, 92)};
constexpr ControlPoint sixOpen[] = {start(42, 2), to(14, 32), to(2, 72),  to(18, 99),
                                    to(44, 92),   to(52, 72), to(38, 60), to(24, 68)};
constexpr ControlPoint sixTopCurl[] = {start(58, 12), to(44, 0),  to(20, 20), to(4, 60), to(14, 96),
                                       to(42, 98),    to(54, 76), to(36, 58), to(10, 74)};
constexpr ControlPoint sixLying[] = {start(70, 0), to(30, 26), to(2, 66),  to(8, 96), to(40, 98),
                                     to(64, 78),   to(58, 62), to(34, 64), to(10, 84)};
constexpr ControlPoint sixHighLoop[] = {start(14, 0), to(2, 40),  to(4, 84),
                                        to(32, 100),  to(62, 84), to(60, 56),
                                        to(38, 48),   to(18, 68), to(26, 88)};
constexpr ControlPoint sixWide[] = {start(26, 0), to(2, 46),  to(16, 92), to(58, 99), to(92, 76),
                                    to(84, 48),   to(56, 46), to(32, 68), to(30, 86)};
constexpr ControlPoint sixInward[] = {start(30, 0), to(6, 42),  to(8, 88),  to(34, 98), to(56, 76),
                                      to(50, 50),   to(26, 52), to(18, 74), to(34, 80)};
constexpr ControlPoint sixLowStem[] = {start(8, 0), to(0, 52),  to(12, 92), to(42, 98),
                                       to(68, 74),  to(52, 56), to(22, 62), to(-4, 74)};
constexpr ControlPoint sixRound[] = {start(56, 6), to(26, 10), to(4, 44),  to(10, 88), to(44, 100),
                                     to(72, 78),   to(62, 50), to(34, 46), to(12, 62)};

constexpr DigitTemplate sixes[] = {
    {5, sixCurved}, {4, sixStraight}, {3, sixBigLoop}, {3, sixSmallLoop}, {2, sixCrossing},
    {1, sixOpen},   {1, sixTopCurl},  {2, sixLying},   {3, sixHighLoop},  {2, sixWide},
    {3, sixInward}, {2, sixLowStem},  {1, sixRound}};

// 7 ---------------------------------------------------------------------------------------------

constexpr ControlPoint sevenPlain[] = {start(0, 8), to(28, 5), corner(56, 4), to(36, 50),
                                       to(22, 100)};
constexpr ControlPoint sevenHooked[] = {start(0, 22),  corner(4, 4), to(30, 6),
                                        corner(58, 4), to(40, 48),   to(26, 100)};
constexpr ControlPoint sevenCrossed[] = {start(0, 6), to(30, 4),     corner(58, 4), to(38, 48),
                                         to(22, 100), start(10, 52), to(32, 50),    to(56, 46)};
constexpr ControlPoint sevenCurved[] = {start(0, 14), to(24, 3),  to(52, 6),
                                        to(54, 26),   to(38, 60), to(28, 100)};
constexpr ControlPoint sevenAngular[] = {start(0, 2), to(30, 1), corner(62, 0), to(36, 50),
                                         to(8, 100)};
constexpr ControlPoint sevenUpright[] = {start(0, 10), to(24, 6), corner(48, 2), to(46, 50),
                                         to(44, 100)};
constexpr ControlPoint sevenWave[] = {start(0, 18),  to(12, 4),  to(32, 10),
                                      corner(62, 2), to(42, 46), to(30, 100)};
constexpr ControlPoint sevenDrooping[] = {start(0, 30), to(10, 8),  to(34, 4),
                                          to(54, 10),   to(50, 50), to(40, 100)};
constexpr ControlPoint sevenFalling[] = {start(0, 4), to(22, 10), corner(50, 14), to(40, 52),
                                         to(36, 100)};
constexpr ControlPoint sevenBent[] = {start(0, 10), to(34, 6),  corner(66, 4),
                                      to(46, 30),   to(34, 60), to(34, 100)};
constexpr ControlPoint sevenRoof[] = {start(0, 28), to(24, 4),  to(66, 2),
                                      to(82, 18),   to(62, 56), to(40, 100)};
constexpr ControlPoint sevenCrossedHooked[] = {start(0, 24),  corner(6, 4), to(34, 6),
                                               corner(64, 4), to(42, 48),   to(28, 100),
                                               start(6, 54),  to(36, 50),   to(72, 48)};
constexpr ControlPoint sevenCrossedUpright[] = {start(0, 8), to(22, 6),   corner(46, 4),
                                                to(38, 50),  to(36, 100), start(4, 48),
                                                to(36, 46),  to(76, 40)};
constexpr ControlPoint sevenLongSerif[] = {start(2, 40),  to(0, 22),  corner(4, 6), to(32, 8),
                                           corner(58, 4), to(48, 46), to(38, 100)};
constexpr ControlPoint sevenFooted[] = {start(0, 8), to(30, 6),    corner(56, 4), to(36, 50),
                                        to(20, 98),  start(0, 98), to(22, 97),    to(46, 96)};
constexpr ControlPoint sevenArch[] = {start(0, 22), to(16, 4),  to(40, 4),
                                      to(48, 26),   to(40, 60), to(26, 100)};

constexpr DigitTemplate sevens[] = {
    {5, sevenPlain},          {2, sevenHooked},       {1.5f, sevenCrossed}, {4, sevenCurved},
    {3, sevenAngular},        {2, sevenUpright},      {2, sevenWave},       {2, sevenDrooping},
    {1, sevenFalling},        {2, sevenBent},         {2, sevenRoof},       {1, sevenCrossedHooked},
    {1, sevenCrossedUpright}, {1.5f, sevenLongSerif}, {0.4f, sevenFooted},  {2, sevenArch}};

// 8 ---------------------------------------------------------------------------------------------

constexpr ControlPoint eightLoop[] = {start(54, 12), to(30, 0),  to(8, 14),   to(14, 36),
                                      to(42, 56),    to(54, 80), to(30, 100), to(6, 84),
                                      to(16, 58),    to(44, 36), to(56, 14)};
constexpr ControlPoint eightClosedLoop[] = {start(36, 2), to(12, 10), to(10, 32), to(34, 50),
                                            to(54, 74),   to(36, 98), to(8, 92),  to(6, 70),
                                            to(32, 50),   to(52, 28), to(46, 6),  to(30, 3)};
constexpr ControlPoint eightCircles[] = {
    start(30, 1),  to(10, 14), to(14, 38), to(32, 46),  to(50, 32), to(48, 10), to(28, 1),
    start(30, 46), to(6, 62),  to(8, 90),  to(32, 100), to(56, 86), to(54, 60), to(28, 46)};
constexpr ControlPoint eightNarrow[] = {start(44, 8), to(28, 0),  to(14, 14),  to(20, 38),
                                        to(34, 58),   to(38, 84), to(20, 100), to(4, 86),
                                        to(12, 62),   to(32, 36), to(46, 10)};
constexpr ControlPoint eightFromMiddle[] = {start(32, 46), to(10, 30), to(18, 4), to(44, 4),
                                            to(50, 26),    to(28, 50), to(4, 76), to(16, 98),
                                            to(44, 94),    to(52, 72), to(34, 50)};
constexpr ControlPoint eightSmallTop[] = {start(46, 8), to(32, 0),  to(18, 10), to(22, 28),
                                          to(44, 46),   to(58, 72), to(36, 99), to(6, 90),
                                          to(8, 62),    to(32, 38), to(46, 16)};
constexpr ControlPoint eightSmallBelly[] = {start(58, 14), to(34, 0),  to(6, 14),   to(10, 38),
                                            to(34, 58),    to(42, 80), to(28, 100), to(12, 88),
                                            to(20, 64),    to(48, 40), to(60, 16)};
constexpr ControlPoint eightOpenTop[] = {start(50, 2), to(20, 8),  to(6, 26),  to(28, 46),
                                         to(48, 70),   to(36, 98), to(10, 94), to(10, 70),
                                         to(34, 44),   to(64, 4)};
constexpr ControlPoint eightLeaning[] = {start(74, 12), to(50, 0),  to(26, 16),  to(28, 38),
                                         to(42, 56),    to(40, 84), to(18, 100), to(0, 88),
                                         to(14, 64),    to(48, 40), to(76, 14)};
constexpr ControlPoint eightSlender[] = {start(48, 16), to(38, 0),  to(24, 12), to(26, 36),
                                         to(32, 60),    to(24, 90), to(8, 100), to(4, 84),
                                         to(20, 60),    to(44, 30), to(62, 8)};
constexpr ControlPoint eightWide[] = {start(70, 10), to(38, 0),  to(4, 12),   to(14, 36),
                                      to(52, 54),    to(68, 80), to(36, 100), to(4, 88),
                                      to(16, 62),    to(58, 38), to(76, 14)};
constexpr ControlPoint eightFromLeft[] = {start(8, 8), to(6, 26),  to(30, 46), to(54, 68),
                                          to(48, 94),  to(20, 98), to(10, 76), to(30, 48),
                                          to(50, 24),  to(42, 4),  to(16, 4)};
constexpr ControlPoint eightBigTop[] = {
    start(60, 8),  to(30, 0),  to(2, 18),  to(10, 42), to(36, 44), to(60, 26), to(52, 6),
    start(32, 46), to(18, 68), to(22, 94), to(40, 96), to(48, 72), to(32, 46)};

constexpr DigitTemplate eights[] = {
    {5, eightLoop},       {3, eightClosedLoop}, {1.5f, eightCircles}, {3, eightNarrow},
    {2, eightFromMiddle}, {2, eightSmallTop},   {2, eightSmallBelly}, {2, eightOpenTop},
    {2, eightLeaning},    {2, eightSlender},    {2, eightWide},       {2, eightFromLeft},
    {1, eightBigTop}};

// 9 ---------------------------------------------------------------------------------------------

constexpr ControlPoint nineStraight[] = {start(50, 12),  to(28, 2),  to(4, 20),
                                         to(10, 44),     to(34, 42), to(52, 20),
                                         corner(54, 10), to(50, 54), to(46, 100)};
constexpr ControlPoint nineCurled[] = {start(54, 16), to(32, 2),  to(8, 16),      to(8, 40),
                                       to(32, 46),    to(54, 22), corner(56, 14), to(56, 62),
                                       to(40, 96),    to(10, 94)};
constexpr ControlPoint nineBowed[] = {start(48, 14), to(26, 1),  to(2, 20),  to(10, 46), to(36, 40),
                                      to(52, 16),    to(54, 34), to(44, 70), to(30, 100)};
constexpr ControlPoint nineLoopThrough[] = {start(52, 26), to(30, 44), to(6, 36),  to(10, 10),
                                            to(36, 1),     to(52, 18), to(48, 56), to(38, 100)};
constexpr ControlPoint nineSlanted[] = {start(60, 8),  to(34, 4),  to(8, 24),
                                        to(14, 42),    to(42, 34), to(58, 14),
                                        corner(62, 8), to(42, 52), to(22, 100)};
constexpr ControlPoint nineSmallLoop[] = {start(40, 8), to(22, 2), to(8, 16),  to(16, 32),
                                          to(34, 24),   to(42, 8), to(42, 40), to(38, 100)};
constexpr ControlPoint nineOpen[] = {start(44, 4),  to(16, 8),  to(0, 30),
                                     to(18, 46),    to(44, 32), to(54, 10),
                                     corner(56, 4), to(50, 54), to(46, 100)};
constexpr ControlPoint nineBigLoop[] = {start(58, 18), to(32, 0),  to(4, 18),
                                        to(6, 50),     to(34, 58), to(58, 34),
                                        to(60, 16),    to(58, 62), to(50, 100)};
constexpr ControlPoint nineLongTail[] = {start(44, 10), to(24, 1),  to(6, 14),  to(14, 34),
                                         to(38, 28),    to(46, 10), to(48, 44), to(38, 86),
                                         to(12, 100),   to(-6, 86)};
constexpr ControlPoint nineRightTail[] = {start(60, 18), to(34, 2),  to(2, 20),  to(10, 48),
                                          to(44, 42),    to(60, 16), to(60, 56), to(72, 100)};
constexpr ControlPoint nineOverhang[] = {start(64, 4), to(34, 4),  to(6, 24),  to(12, 48),
                                         to(40, 40),   to(56, 16), to(50, 54), to(40, 100)};
constexpr ControlPoint nineRoundFlat[] = {start(56, 20), to(30, 0),  to(0, 16),
                                          to(6, 42),     to(40, 38), to(62, 14),
                                          to(60, 50),    to(44, 84), to(14, 100)};
constexpr ControlPoint nineHighStart[] = {start(36, 8),  to(14, 14), to(4, 34),
                                          to(20, 48),    to(40, 34), to(50, 6),
                                          corner(54, 0), to(48, 50), to(40, 100)};
constexpr ControlPoint nineWide[] = {start(66, 14), to(36, 0),  to(2, 24),  to(14, 50),
                                     to(52, 38),    to(72, 12), to(68, 52), to(58, 100)};
constexpr ControlPoint nineTwoStrokes[] = {start(44, 8), to(20, 2),  to(2, 22), to(12, 44),
                                           to(36, 36),   to(46, 10), to(34, 0), start(50, 4),
                                           to(47, 50),   to(42, 100)};
constexpr ControlPoint nineSlim[] = {start(34, 14), to(22, 1),  to(4, 20),  to(8, 44),
                                     to(28, 38),    to(38, 12), to(30, 56), to(16, 100)};
constexpr ControlPoint nineFlatTop[] = {start(52, 6), to(26, 6),  to(6, 24),  to(16, 42),
                                        to(40, 34),   to(52, 10), to(48, 52), to(40, 100)};
constexpr ControlPoint nineSmallCircle[] = {start(40, 14), to(26, 0),  to(10, 12), to(16, 30),
                                            to(34, 28),    to(42, 12), to(38, 54), to(26, 100)};

constexpr DigitTemplate nines[] = {{5, nineStraight},    {2.5f, nineCurled}, {4, nineBowed},
                                   {3, nineLoopThrough}, {3, nineSlanted},   {2, nineSmallLoop},
                                   {2, nineOpen},        {2, nineBigLoop},   {1, nineLongTail},
                                   {2, nineRightTail},   {3, nineOverhang},  {2, nineRoundFlat},
                                   {2, nineHighStart},   {2, nineWide},      {2, nineTwoStrokes},
                                   {3, nineSlim},        {2, nineFlatTop},   {2, nineSmallCircle}};

}  // namespace

std::span<const DigitTemplate> templatesFiveToNine(int digit) {
  const std::span<const DigitTemplate> digits[] = {fives, sixes, sevens, eights, nines};
  return digits[digit - 5];
}

}  // namespace dd
