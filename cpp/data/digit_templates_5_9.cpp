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

constexpr DigitTemplate fives[] = {{4, fiveTwoStrokes},  {4, fiveOneStroke},  {3, fiveSmooth},
                                   {3, fiveSlender},     {2, fiveApartBar},   {2, fiveWide},
                                   {1.5f, fiveBigBelly}, {2, fiveSmallBelly}, {1, fiveCurled}};

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

constexpr DigitTemplate sixes[] = {{5, sixCurved},    {4, sixStraight}, {3, sixBigLoop},
                                   {3, sixSmallLoop}, {2, sixCrossing}, {1, sixOpen},
                                   {1, sixTopCurl},   {2, sixLying}};

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

constexpr DigitTemplate sevens[] = {
    {5, sevenPlain},   {2, sevenHooked}, {1.5f, sevenCrossed}, {4, sevenCurved},  {3, sevenAngular},
    {2, sevenUpright}, {2, sevenWave},   {2, sevenDrooping},   {1, sevenFalling}, {2, sevenBent}};

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

constexpr DigitTemplate eights[] = {
    {5, eightLoop},       {3, eightClosedLoop}, {1.5f, eightCircles},
    {3, eightNarrow},     {2, eightFromMiddle}, {2, eightSmallTop},
    {2, eightSmallBelly}, {2, eightOpenTop},    {2, eightLeaning}};

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

constexpr DigitTemplate nines[] = {{5, nineStraight},    {2.5f, nineCurled}, {4, nineBowed},
                                   {3, nineLoopThrough}, {3, nineSlanted},   {2, nineSmallLoop},
                                   {2, nineOpen},        {2, nineBigLoop},   {1, nineLongTail}};

}  // namespace

std::span<const DigitTemplate> templatesFiveToNine(int digit) {
  const std::span<const DigitTemplate> digits[] = {fives, sixes, sevens, eights, nines};
  return digits[digit - 5];
}

}  // namespace dd
