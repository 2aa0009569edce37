#include "data/digit_templates.hpp"

namespace dd {
namespace {

using namespace control_points;

// 0 ---------------------------------------------------------------------------------------------

constexpr ControlPoint zeroOval[] = {start(36, 1), to(12, 12), to(0, 50),  to(12, 88), to(35, 100),
                                     to(58, 86),   to(69, 50), to(58, 14), to(38, 1),  to(26, 4)};
constexpr ControlPoint zeroRound[] = {start(54, 2), to(20, 8),  to(0, 46),  to(16, 88), to(50, 99),
                                      to(86, 82),   to(97, 46), to(80, 12), to(50, 2),  to(34, 6)};
constexpr ControlPoint zeroNarrow[] = {start(30, 4), to(14, 8),  to(0, 44),  to(4, 84), to(20, 99),
                                       to(38, 84),   to(46, 48), to(40, 14), to(24, 3), to(16, 8)};
constexpr ControlPoint zeroInnerTail[] = {start(56, 4), to(24, 8),  to(2, 46),  to(10, 86),
                                          to(38, 100),  to(66, 78), to(72, 38), to(58, 10),
                                          to(36, 8),    to(24, 26)};
constexpr ControlPoint zeroFromLeft[] = {start(14, 18), to(0, 54),  to(12, 90), to(38, 99),
                                         to(64, 80),    to(70, 40), to(54, 6),  to(28, 2),
                                         to(10, 22),    to(6, 36)};
constexpr ControlPoint zeroClockwise[] = {start(18, 10), to(44, 1),  to(66, 22), to(68, 62),
                                          to(48, 96),    to(20, 96), to(2, 66),  to(4, 28),
                                          to(22, 6),     to(40, 4)};
constexpr ControlPoint zeroOpen[] = {start(34, 2), to(10, 22), to(0, 60),  to(14, 94),
                                     to(40, 98),   to(64, 74), to(68, 36), to(54, 8)};
constexpr ControlPoint zeroCrossedTop[] = {start(20, 0), to(10, 24), to(0, 60),  to(16, 96),
                                           to(46, 96),   to(66, 62), to(62, 24), to(40, 8),
                                           to(16, 12),   to(4, 20)};

constexpr DigitTemplate zeros[] = {{5, zeroOval},      {4, zeroRound},     {2, zeroNarrow},
                                   {3, zeroInnerTail}, {3, zeroFromLeft},  {1, zeroClockwise},
                                   {1, zeroOpen},      {1, zeroCrossedTop}};

// 1 ---------------------------------------------------------------------------------------------

constexpr ControlPoint onePlain[] = {start(0, 0), to(0, 50), to(0, 100)};
constexpr ControlPoint oneSlanted[] = {start(34, 0), to(17, 50), to(0, 100)};
constexpr ControlPoint oneBowed[] = {start(6, 0), to(12, 50), to(4, 100)};
constexpr ControlPoint oneFlag[] = {start(0, 24), to(14, 12), corner(26, 0), to(25, 50),
                                    to(24, 100)};
constexpr ControlPoint oneShortFlag[] = {start(0, 12), corner(10, 0), to(10, 50), to(8, 100)};
constexpr ControlPoint oneBased[] = {start(4, 22), to(16, 12),    corner(28, 0), to(27, 50),
                                     to(26, 100),  start(0, 100), to(27, 99),    to(54, 100)};
constexpr ControlPoint oneLineBased[] = {start(22, 0), to(21, 50), to(20, 97),
                                         start(0, 98), to(22, 99), to(44, 97)};
constexpr ControlPoint oneWideBase[] = {start(10, 20),  corner(30, 0), to(29, 50), to(28, 98),
                                        start(-6, 100), to(28, 99),    to(72, 96)};

constexpr DigitTemplate ones[] = {{8, onePlain},        {5, oneSlanted},    {2, oneBowed},
                                  {1.2f, oneFlag},      {1, oneShortFlag},  {0.6f, oneBased},
                                  {0.4f, oneLineBased}, {0.6f, oneWideBase}};

// 2 ---------------------------------------------------------------------------------------------

constexpr ControlPoint twoPlain[] = {start(2, 22),  to(18, 4),  to(42, 2),
                                     to(56, 20),    to(46, 48), to(24, 76),
                                     corner(0, 98), to(30, 96), to(64, 98)};
constexpr ControlPoint twoLooped[] = {start(4, 22), to(22, 3),  to(50, 5),  to(58, 26),
                                      to(40, 60),   to(18, 90), to(4, 98),  to(-4, 86),
                                      to(8, 76),    to(28, 82), to(48, 96), to(76, 90)};
constexpr ControlPoint twoWideLoop[] = {start(6, 14), to(26, 1),  to(54, 6),  to(62, 30),
                                        to(44, 62),   to(16, 92), to(-8, 96), to(-14, 80),
                                        to(6, 70),    to(34, 80), to(60, 96), to(92, 96)};
constexpr ControlPoint twoSmoothFoot[] = {start(0, 16), to(20, 2),  to(46, 6),
                                          to(52, 28),   to(34, 58), to(10, 86),
                                          to(8, 98),    to(34, 95), to(66, 92)};
constexpr ControlPoint twoHooked[] = {start(8, 34), to(6, 16),  to(26, 0),  to(50, 8),
                                      to(52, 32),   to(34, 62), to(16, 82), corner(2, 96),
                                      to(34, 94),   to(70, 100)};
constexpr ControlPoint twoAngular[] = {start(0, 8),   to(24, 2),  to(50, 8),
                                       to(52, 24),    to(28, 62), to(14, 80),
                                       corner(0, 94), to(36, 93), to(72, 92)};
constexpr ControlPoint twoWavyFoot[] = {start(10, 20), to(26, 3),     to(50, 6),  to(54, 30),
                                        to(36, 60),    corner(4, 92), to(24, 84), to(48, 92),
                                        to(66, 100),   to(86, 88)};
constexpr ControlPoint twoLow[] = {start(0, 30), to(10, 8),     to(38, 0),  to(62, 14), to(60, 40),
                                   to(40, 66),   corner(4, 92), to(40, 94), to(100, 98)};
constexpr ControlPoint twoFallingFoot[] = {start(0, 24), to(14, 4),  to(38, 2), to(48, 22),
                                           to(36, 52),   to(18, 76), to(4, 80), to(8, 68),
                                           to(28, 74),   to(62, 100)};
constexpr ControlPoint twoBowl[] = {start(20, 38), to(4, 24),  to(20, 2),  to(52, 6),
                                    to(60, 36),    to(44, 72), to(24, 94), to(4, 96),
                                    to(4, 80),     to(22, 74), to(44, 86), to(66, 100)};
constexpr ControlPoint twoLongFoot[] = {start(0, 22), to(20, 0),     to(42, 10), to(36, 42),
                                        to(20, 70),   corner(2, 94), to(60, 90), to(130, 92)};
constexpr ControlPoint twoSlim[] = {start(12, 14), to(26, 0),  to(30, 24), to(18, 60),
                                    corner(0, 96), to(28, 95), to(62, 92)};
constexpr ControlPoint twoBigTop[] = {start(6, 44), to(4, 14),  to(34, 0), to(62, 16), to(56, 50),
                                      to(30, 84),   to(4, 100), to(0, 86), to(22, 78), to(62, 94)};
constexpr ControlPoint twoTightLoop[] = {start(8, 20), to(28, 0), to(50, 14), to(42, 46),
                                         to(20, 80),   to(2, 92), to(2, 80),  to(18, 82),
                                         to(44, 90),   to(80, 80)};
constexpr ControlPoint twoTallLoop[] = {start(6, 24), to(24, 2),  to(50, 8), to(52, 36),
                                        to(34, 72),   to(14, 96), to(0, 84), to(8, 64),
                                        to(28, 66),   to(44, 82), to(64, 98)};
constexpr ControlPoint twoHeavyLoop[] = {start(14, 30), to(14, 8),  to(40, 0), to(60, 18),
                                         to(50, 52),    to(24, 88), to(2, 98), to(-2, 74),
                                         to(24, 66),    to(48, 84), to(70, 86)};

constexpr DigitTemplate twos[] = {
    {5, twoPlain},       {4, twoLooped},    {3, twoWideLoop}, {3, twoSmoothFoot},
    {2, twoHooked},      {2, twoAngular},   {2, twoWavyFoot}, {2, twoLow},
    {1, twoFallingFoot}, {4, twoBowl},      {2, twoLongFoot}, {2, twoSlim},
    {3, twoBigTop},      {2, twoTightLoop}, {3, twoTallLoop}, {2, twoHeavyLoop}};

// 3 ---------------------------------------------------------------------------------------------

constexpr ControlPoint threeRound[] = {start(2, 14), to(24, 0),      to(48, 10),
                                       to(44, 34),   corner(18, 46), to(48, 54),
                                       to(58, 78),   to(36, 99),     to(2, 92)};
constexpr ControlPoint threeFlatTop[] = {start(2, 3), to(28, 2),  corner(56, 2), corner(24, 40),
                                         to(50, 46),  to(60, 72), to(40, 98),    to(0, 92)};
constexpr ControlPoint threeLooped[] = {start(4, 10), to(28, 0),   to(50, 10), to(42, 34),
                                        to(24, 46),   to(18, 40),  to(30, 40), to(54, 56),
                                        to(56, 82),   to(32, 100), to(0, 90)};
constexpr ControlPoint threeSmooth[] = {start(0, 16), to(20, 1),  to(46, 6),  to(50, 26),
                                        to(34, 44),   to(28, 50), to(50, 58), to(58, 80),
                                        to(34, 100),  to(2, 88)};
constexpr ControlPoint threeSmallTop[] = {start(8, 12), to(24, 1),      to(42, 10),
                                          to(38, 28),   corner(22, 36), to(52, 46),
                                          to(64, 72),   to(42, 98),     to(0, 94)};
constexpr ControlPoint threeSmallBelly[] = {start(0, 18), to(24, 0),      to(54, 8),
                                            to(54, 36),   corner(20, 54), to(46, 62),
                                            to(50, 84),   to(30, 100),    to(6, 96)};
constexpr ControlPoint threeHook[] = {start(0, 20),   to(16, 2),  to(44, 4),  to(50, 24),
                                      corner(16, 48), to(44, 50), to(60, 72), to(46, 96),
                                      to(18, 98),     to(0, 80)};
constexpr ControlPoint threeTall[] = {start(0, 6), to(22, 1),      to(34, 16),
                                      to(28, 38),  corner(14, 48), to(34, 60),
                                      to(38, 80),  to(22, 99),     to(-6, 92)};
constexpr ControlPoint threeFootLoop[] = {start(6, 10),   to(30, 0),  to(52, 12), to(40, 36),
                                          corner(20, 46), to(50, 54), to(58, 80), to(36, 96),
                                          to(4, 98),      to(0, 84),  to(26, 82), to(50, 92)};
constexpr ControlPoint threeZigzag[] = {start(0, 8), to(24, 0),      to(46, 6),
                                        to(42, 20),  corner(16, 44), to(44, 46),
                                        to(52, 60),  to(36, 84),     to(12, 100)};
constexpr ControlPoint threeWide[] = {start(0, 12), to(34, 0),      to(72, 8),
                                      to(66, 30),   corner(34, 46), to(72, 54),
                                      to(80, 78),   to(44, 100),    to(-4, 92)};
constexpr ControlPoint threeLongTail[] = {start(8, 6), to(36, 0),      to(54, 14),
                                          to(40, 36),  corner(26, 42), to(50, 50),
                                          to(52, 72),  to(24, 92),     to(-24, 100)};

constexpr DigitTemplate threes[] = {
    {5, threeRound},       {1.5f, threeFlatTop}, {2, threeLooped}, {4, threeSmooth},
    {2, threeSmallTop},    {1, threeSmallBelly}, {2, threeHook},   {1.5f, threeTall},
    {1.5f, threeFootLoop}, {1.5f, threeZigzag},  {2, threeWide},   {2, threeLongTail}};

// 4 ---------------------------------------------------------------------------------------------

constexpr ControlPoint fourOpen[] = {start(8, 4), to(6, 26),    corner(2, 52), to(32, 51),
                                     to(62, 48),  start(52, 2), to(48, 50),    to(44, 100)};
constexpr ControlPoint fourCup[] = {start(6, 6), to(0, 36),    to(14, 54), to(42, 50),
                                    to(58, 40),  start(56, 4), to(50, 50), to(44, 100)};
constexpr ControlPoint fourOneStroke[] = {start(6, 4), to(2, 36),     to(14, 52), to(38, 46),
                                          to(52, 24),  corner(56, 2), to(52, 50), to(46, 100)};
constexpr ControlPoint fourClosed[] = {start(44, 0), to(22, 32),   corner(0, 64), to(34, 63),
                                       to(70, 62),   start(45, 0), to(44, 50),    to(42, 100)};
constexpr ControlPoint fourClosedSmall[] = {start(46, 4), to(24, 24),   corner(2, 46), to(28, 47),
                                            to(58, 46),   start(48, 3), to(46, 50),    to(42, 100)};
constexpr ControlPoint fourLeaning[] = {start(24, 6), to(12, 28),    to(0, 54),  to(24, 58),
                                        to(70, 46),   start(62, 10), to(46, 56), to(32, 100)};
constexpr ControlPoint fourLowBar[] = {start(12, 2), to(6, 34),     corner(0, 66), to(32, 66),
                                       to(66, 64),   start(46, 20), to(44, 60),    to(44, 100)};
constexpr ControlPoint fourHighBar[] = {start(4, 2), to(2, 18),    corner(4, 36), to(30, 38),
                                        to(52, 32),  start(52, 0), to(50, 50),    to(50, 100)};
constexpr ControlPoint fourOneStrokeClosed[] = {
    start(48, 50), to(20, 52), corner(0, 48), to(22, 24), corner(48, 2), to(46, 50), to(42, 100)};
constexpr ControlPoint fourPointed[] = {start(10, 4), to(6, 22),      corner(0, 46), to(26, 46),
                                        to(48, 40),   corner(58, 14), to(50, 54),    to(44, 100)};

constexpr DigitTemplate fours[] = {{5, fourOpen},
                                   {4, fourCup},
                                   {3, fourOneStroke},
                                   {1.5f, fourClosed},
                                   {0.7f, fourClosedSmall},
                                   {3, fourLeaning},
                                   {2, fourLowBar},
                                   {1, fourHighBar},
                                   {0.3f, fourOneStrokeClosed},
                                   {0.5f, fourPointed}};

}  // namespace

std::span<const DigitTemplate> templatesZeroToFour(int digit) {
  const std::span<const DigitTemplate> digits[] = {zeros, ones, twos, threes, fours};
  return digits[digit];
}

}  // namespace dd
