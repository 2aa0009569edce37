#include "data/digit_templates.hpp"

namespace dd {
namespace {

using namespace control_points;

// 0 ---------------------------------------------------------------------------------------------

// Against the clock from the top; the end overlaps the start.
constexpr ControlPoint zeroOval[] = {start(36, 1), to(12, 12), to(0, 50),  to(12, 88), to(35, 100),
                                     to(58, 86),   to(69, 50), to(58, 14), to(38, 1),  to(26, 4)};
constexpr ControlPoint zeroRound[] = {start(54, 2), to(20, 8),  to(0, 46),  to(16, 88), to(50, 99),
                                      to(86, 82),   to(97, 46), to(80, 12), to(50, 2),  to(34, 6)};
constexpr ControlPoint zeroNarrow[] = {start(30, 4), to(14, 8),  to(0, 44),  to(4, 84), to(20, 99),
                                       to(38, 84),   to(46, 48), to(40, 14), to(24, 3), to(16, 8)};
constexpr ControlPoint zeroInnerTail[] = {start(56, 4), to(24, 8),  to(2, 46),  to(10, 86),
                                          to(38, 100),  to(66, 78), to(72, 38), to(58, 10),
                                          to(36, 8),    to(24, 26)};
constexpr ControlPoint zeroSquat[] = {start(60, 4), to(18, 16),  to(0, 52),   to(22, 90),
                                      to(64, 98),   to(104, 84), to(122, 48), to(102, 12),
                                      to(62, 2),    to(40, 6)};
constexpr ControlPoint zeroUnclosed[] = {start(44, 2), to(14, 14), to(0, 50),  to(12, 88),
                                         to(36, 100),  to(60, 86), to(70, 50), to(68, 28),
                                         to(60, 14),   to(54, 8)};
constexpr ControlPoint zeroLongOverlap[] = {start(52, 10), to(18, 10), to(2, 46),  to(12, 88),
                                            to(40, 100),   to(68, 84), to(76, 44), to(62, 8),
                                            to(30, 0),     to(4, 14)};
constexpr ControlPoint zeroPointed[] = {start(48, 0), to(22, 18), to(4, 52),  to(6, 86),
                                        to(26, 100),  to(48, 84), to(62, 48), to(64, 14),
                                        to(50, 0),    to(40, 4)};
constexpr DigitTemplate zeroRings[] = {
    {7.3f, zeroOval},  {5.7f, zeroRound},    {2.8f, zeroNarrow},      {3.1f, zeroInnerTail},
    {1.6f, zeroSquat}, {1.3f, zeroUnclosed}, {1.7f, zeroLongOverlap}, {1.9f, zeroPointed}};

// The same, slashed.
constexpr ControlPoint zeroSlashed[] = {
    start(36, 1), to(12, 12), to(0, 50), to(12, 88),    to(35, 100), to(58, 86), to(69, 50),
    to(58, 14),   to(38, 1),  to(26, 4), start(66, 10), to(34, 50),  to(4, 90)};
constexpr ControlPoint zeroSlashedWide[] = {
    start(44, 6), to(16, 14), to(2, 50),  to(14, 84),   to(42, 94), to(74, 82), to(84, 50),
    to(72, 16),   to(42, 6),  to(30, 10), start(88, 0), to(42, 50), to(-2, 100)};
constexpr DigitTemplate zeroSlashes[] = {{0.1f, zeroSlashed}, {0.1f, zeroSlashedWide}};

// From the left, or with the clock.
constexpr ControlPoint zeroFromLeft[] = {start(14, 18), to(0, 54),  to(12, 90), to(38, 99),
                                         to(64, 80),    to(70, 40), to(54, 6),  to(28, 2),
                                         to(10, 22),    to(6, 36)};
constexpr ControlPoint zeroFromLeftWide[] = {start(10, 24), to(2, 58),  to(24, 94), to(60, 98),
                                             to(90, 74),    to(90, 34), to(66, 4),  to(32, 2),
                                             to(10, 16),    to(0, 30)};
constexpr DigitTemplate zerosFromLeft[] = {{5.5f, zeroFromLeft}, {2.3f, zeroFromLeftWide}};

constexpr ControlPoint zeroClockwise[] = {start(18, 10), to(44, 1),  to(66, 22), to(68, 62),
                                          to(48, 96),    to(20, 96), to(2, 66),  to(4, 28),
                                          to(22, 6),     to(40, 4)};
constexpr DigitTemplate zerosClockwise[] = {{1.6f, zeroClockwise}};

constexpr ControlPoint zeroOpen[] = {start(34, 2), to(10, 22), to(0, 60),  to(14, 94),
                                     to(40, 98),   to(64, 74), to(68, 36), to(54, 8)};
constexpr ControlPoint zeroOpenHook[] = {start(20, 4), to(4, 30),  to(0, 66),  to(18, 96),
                                         to(50, 96),   to(72, 66), to(64, 26), to(36, 10)};
constexpr DigitTemplate zerosOpen[] = {{1.3f, zeroOpen}, {0.8f, zeroOpenHook}};

constexpr ControlPoint zeroCrossedTop[] = {start(20, 0), to(10, 24), to(0, 60),  to(16, 96),
                                           to(46, 96),   to(66, 62), to(62, 24), to(40, 8),
                                           to(16, 12),   to(4, 20)};
constexpr ControlPoint zeroHornedTop[] = {start(60, -4), to(24, 14), to(2, 54),  to(14, 92),
                                          to(44, 98),    to(68, 68), to(70, 28), to(54, 10),
                                          to(34, 10),    to(18, 22)};
constexpr DigitTemplate zerosCrossedTop[] = {{1.9f, zeroCrossedTop}, {1, zeroHornedTop}};

constexpr TemplateFamily zeros[] = {zeroRings,      zeroSlashes, zerosFromLeft,
                                    zerosClockwise, zerosOpen,   zerosCrossedTop};

// 1 ---------------------------------------------------------------------------------------------

constexpr ControlPoint onePlain[] = {start(0, 0), to(0, 50), to(0, 100)};
constexpr ControlPoint oneSlanted[] = {start(34, 0), to(17, 50), to(0, 100)};
constexpr ControlPoint oneLying[] = {start(66, 0), to(34, 50), to(0, 100)};
constexpr ControlPoint oneBackward[] = {start(0, 0), to(8, 50), to(18, 100)};
constexpr ControlPoint oneBowed[] = {start(6, 0), to(12, 50), to(4, 100)};
constexpr DigitTemplate oneBars[] = {
    {14, onePlain}, {7.4f, oneSlanted}, {1.8f, oneLying}, {1.1f, oneBackward}, {1.5f, oneBowed}};

constexpr ControlPoint oneFlag[] = {start(0, 24), to(14, 12), corner(26, 0), to(25, 50),
                                    to(24, 100)};
constexpr ControlPoint oneShortFlag[] = {start(0, 14), to(6, 7), corner(12, 0), to(11, 50),
                                         to(8, 100)};
constexpr ControlPoint oneSteepFlag[] = {start(0, 46), to(12, 24), corner(26, 0), to(22, 50),
                                         to(16, 100)};
constexpr ControlPoint oneLongFlag[] = {start(-6, 62), to(16, 34), corner(40, 0), to(36, 50),
                                        to(30, 100)};
constexpr ControlPoint oneLeaningFlag[] = {start(6, 40), to(28, 22), corner(56, 0), to(38, 50),
                                           to(16, 100)};
constexpr ControlPoint oneWideFlag[] = {start(-6, 34), to(16, 20), corner(42, 2), to(36, 50),
                                        to(28, 100)};
constexpr ControlPoint oneCloseFlag[] = {start(10, 38), to(18, 20), corner(28, 0), to(22, 50),
                                         to(14, 100)};
constexpr ControlPoint oneTent[] = {start(-20, 74), to(8, 38), corner(36, 0), to(38, 50),
                                    to(38, 100)};
constexpr ControlPoint oneDroppedFlag[] = {start(0, 34), to(12, 30), corner(30, 0), to(26, 50),
                                           to(22, 100)};
constexpr DigitTemplate oneFlags[] = {
    {0.9f, oneFlag},      {0.7f, oneShortFlag},   {2.3f, oneSteepFlag},
    {1.5f, oneLongFlag},  {1.2f, oneLeaningFlag}, {0.5f, oneWideFlag},
    {1.1f, oneCloseFlag}, {0.4f, oneTent},        {0.7f, oneDroppedFlag}};

constexpr ControlPoint oneBased[] = {start(4, 22), to(16, 12),    corner(28, 0), to(27, 50),
                                     to(26, 100),  start(0, 100), to(27, 99),    to(54, 100)};
constexpr ControlPoint oneWideBase[] = {start(8, 24), to(20, 14),     corner(32, 0), to(31, 50),
                                        to(30, 98),   start(-8, 100), to(32, 99),    to(72, 96)};
constexpr ControlPoint oneShortBase[] = {start(0, 34), to(14, 20),    corner(28, 0), to(26, 50),
                                         to(24, 98),   start(8, 100), to(24, 99),    to(42, 98)};
constexpr ControlPoint oneLeftBase[] = {start(2, 32), to(14, 18),     corner(28, 0), to(27, 50),
                                        to(26, 98),   start(-14, 98), to(8, 99),     to(32, 100)};
constexpr ControlPoint oneTiltedBase[] = {start(10, 40), to(24, 22),     corner(42, 0), to(36, 50),
                                          to(28, 94),    start(-4, 104), to(30, 98),    to(64, 90)};
constexpr ControlPoint oneSerifAndBase[] = {start(2, 6), to(16, 4),     corner(32, 2), to(30, 50),
                                            to(26, 98),  start(-6, 99), to(26, 98),    to(62, 96)};
constexpr DigitTemplate onesBased[] = {{0.5f, oneBased},      {0.7f, oneWideBase},
                                       {0.5f, oneShortBase},  {0.3f, oneLeftBase},
                                       {0.5f, oneTiltedBase}, {0.1f, oneSerifAndBase}};

// The base in the same stroke.
constexpr ControlPoint oneBaseDrawnOn[] = {start(0, 32), to(12, 18),     corner(26, 0),
                                           to(25, 50),   corner(24, 97), corner(0, 99),
                                           to(24, 98),   to(52, 97)};
constexpr ControlPoint oneBaseLooped[] = {start(2, 40), to(14, 22),     corner(30, 0),
                                          to(27, 50),   corner(22, 92), corner(-2, 100),
                                          to(26, 97),   to(60, 94)};
constexpr DigitTemplate onesBasedInOne[] = {{0.6f, oneBaseDrawnOn}, {0.6f, oneBaseLooped}};

// Turned to the left at the foot.
constexpr ControlPoint oneFooted[] = {start(2, 34), to(14, 20), corner(28, 0), to(27, 48),
                                      to(24, 92),   to(14, 98), to(-2, 99)};
constexpr ControlPoint oneFootedCorner[] = {start(0, 40), to(12, 24), corner(28, 0), to(28, 50),
                                            to(27, 96),   to(16, 99), to(-12, 98)};
constexpr DigitTemplate onesFooted[] = {{0.2f, oneFooted}, {0.5f, oneFootedCorner}};

constexpr ControlPoint oneLineBased[] = {start(22, 0), to(21, 50), to(20, 97),
                                         start(0, 98), to(22, 99), to(44, 97)};
constexpr ControlPoint oneLineWideBased[] = {start(36, 0),  to(32, 50), to(28, 97),
                                             start(-8, 98), to(28, 98), to(68, 96)};
constexpr DigitTemplate onesOnALine[] = {{0.3f, oneLineBased}, {0.1f, oneLineWideBased}};

constexpr TemplateFamily ones[] = {oneBars,        oneFlags,   onesBased,
                                   onesBasedInOne, onesFooted, onesOnALine};

}  // namespace

std::span<const TemplateFamily> templatesOfZero() { return zeros; }
std::span<const TemplateFamily> templatesOfOne() { return ones; }

}  // namespace dd
