#include "data/digit_templates.hpp"

namespace dd {
namespace {

using namespace control_points;

// 4 ---------------------------------------------------------------------------------------------

// An angle, then the stem: open, closed or triangular.
constexpr ControlPoint fourOpen[] = {start(8, 4), to(6, 26),    corner(2, 52), to(32, 51),
                                     to(62, 48),  start(52, 2), to(48, 50),    to(44, 100)};
constexpr ControlPoint fourLowBar[] = {start(12, 2), to(6, 34),     corner(0, 66), to(32, 66),
                                       to(66, 64),   start(46, 20), to(44, 60),    to(44, 100)};
constexpr ControlPoint fourHighBar[] = {start(4, 2), to(2, 18),    corner(4, 36), to(30, 38),
                                        to(52, 32),  start(52, 0), to(50, 50),    to(50, 100)};
constexpr ControlPoint fourClosed[] = {start(44, 0), to(22, 32),   corner(0, 64), to(34, 63),
                                       to(70, 62),   start(45, 0), to(44, 50),    to(42, 100)};
constexpr ControlPoint fourClosedSmall[] = {start(46, 4), to(24, 24),   corner(2, 46), to(28, 47),
                                            to(58, 46),   start(48, 3), to(46, 50),    to(42, 100)};
constexpr ControlPoint fourTriangle[] = {start(62, 0), to(30, 36),   corner(0, 72), to(44, 72),
                                         to(94, 70),   start(62, 2), to(60, 50),    to(58, 100)};
constexpr ControlPoint fourStemStops[] = {start(10, 0), to(4, 34),     corner(0, 68), to(22, 68),
                                          to(46, 66),   start(40, 28), to(38, 62),    to(34, 100)};
constexpr ControlPoint fourLateStem[] = {start(28, 0), to(12, 34),    corner(0, 68), to(26, 70),
                                         to(58, 66),   start(40, 38), to(37, 68),    to(32, 100)};
constexpr ControlPoint fourSteepShort[] = {start(10, 0), to(4, 36),     corner(0, 72), to(18, 73),
                                           to(40, 70),   start(32, 36), to(29, 68),    to(26, 100)};
constexpr ControlPoint fourBarEnds[] = {start(6, 8), to(2, 32),    corner(0, 56), to(22, 56),
                                        to(44, 54),  start(48, 0), to(46, 50),    to(44, 100)};
constexpr ControlPoint fourSquare[] = {start(4, 4), to(2, 34),    corner(0, 62), to(36, 62),
                                       to(76, 60),  start(62, 0), to(62, 50),    to(62, 100)};
constexpr ControlPoint fourHalfOpen[] = {start(32, 0), to(16, 28),   corner(0, 58), to(34, 57),
                                         to(72, 54),   start(52, 4), to(48, 50),    to(42, 100)};
constexpr ControlPoint fourLongBar[] = {start(22, 0), to(10, 28),    corner(0, 56), to(42, 54),
                                        to(98, 46),   start(50, 14), to(46, 56),    to(40, 100)};
constexpr ControlPoint fourWideSquare[] = {start(0, 6), to(0, 28),    corner(-2, 52), to(44, 52),
                                           to(96, 50),  start(76, 0), to(74, 50),     to(72, 100)};
constexpr ControlPoint fourSteps[] = {start(0, 0), to(4, 20),    corner(8, 40), to(40, 40),
                                      to(76, 36),  start(72, 0), to(68, 50),    to(64, 100)};
constexpr DigitTemplate foursAngled[] = {
    {6.2f, fourOpen},        {1.9f, fourLowBar},   {0.9f, fourHighBar},   {1.5f, fourClosed},
    {0.6f, fourClosedSmall}, {0.6f, fourTriangle}, {1.7f, fourStemStops}, {1.5f, fourLateStem},
    {1.5f, fourSteepShort},  {1.9f, fourBarEnds},  {1.5f, fourSquare},    {1.1f, fourHalfOpen},
    {0.5f, fourLongBar},     {1, fourWideSquare},  {1, fourSteps}};

// A cup, then the stem.
constexpr ControlPoint fourCup[] = {start(6, 6), to(0, 36),    to(14, 54), to(42, 50),
                                    to(58, 40),  start(56, 4), to(50, 50), to(44, 100)};
constexpr ControlPoint fourLeaning[] = {start(24, 6), to(12, 28),    to(0, 54),  to(24, 58),
                                        to(70, 46),   start(62, 10), to(46, 56), to(32, 100)};
constexpr ControlPoint fourHighCup[] = {start(4, 2), to(0, 26),    to(12, 40), to(34, 38),
                                        to(50, 28),  start(52, 2), to(47, 50), to(40, 100)};
constexpr ControlPoint fourCrescent[] = {start(38, 0), to(8, 22),    to(2, 52),  to(30, 64),
                                         to(76, 60),   start(48, 8), to(47, 54), to(46, 100)};
constexpr ControlPoint fourWideCup[] = {start(0, 10), to(2, 38),    to(24, 54), to(56, 48),
                                        to(78, 36),   start(76, 0), to(68, 50), to(58, 100)};
constexpr ControlPoint fourLowCup[] = {start(14, 0), to(2, 34),     to(4, 62),  to(28, 66),
                                       to(52, 58),   start(44, 26), to(38, 62), to(32, 100)};
constexpr DigitTemplate foursCupped[] = {{3.6f, fourCup},     {2.1f, fourLeaning},
                                         {1.2f, fourHighCup}, {0.5f, fourCrescent},
                                         {0.8f, fourWideCup}, {1.6f, fourLowCup}};

// In one stroke.
constexpr ControlPoint fourOneStroke[] = {start(6, 4), to(2, 36),     to(14, 52), to(38, 46),
                                          to(52, 24),  corner(56, 2), to(52, 50), to(46, 100)};
constexpr ControlPoint fourOneStrokeLow[] = {start(4, 4), to(0, 40),      to(12, 56), to(32, 54),
                                             to(44, 44),  corner(50, 30), to(46, 64), to(40, 100)};
constexpr ControlPoint fourOneStrokeWide[] = {start(0, 2), to(2, 30),     to(24, 46), to(52, 38),
                                              to(68, 20),  corner(74, 4), to(66, 52), to(54, 100)};
constexpr DigitTemplate foursInOne[] = {
    {1.8f, fourOneStroke}, {0.9f, fourOneStrokeLow}, {0.6f, fourOneStrokeWide}};

constexpr ControlPoint fourPointed[] = {start(10, 4), to(6, 22),      corner(0, 46), to(26, 46),
                                        to(48, 40),   corner(58, 14), to(50, 54),    to(44, 100)};
constexpr ControlPoint fourBolt[] = {start(22, 0), to(12, 28),     corner(0, 56), to(20, 54),
                                     to(38, 46),   corner(44, 34), to(36, 66),    to(26, 100)};
constexpr ControlPoint fourPointedTall[] = {start(6, 0), to(4, 26),     corner(2, 50), to(24, 48),
                                            to(44, 30),  corner(54, 0), to(48, 50),    to(40, 100)};
constexpr DigitTemplate foursPointed[] = {
    {0.9f, fourPointed}, {1.2f, fourBolt}, {0.8f, fourPointedTall}};

// From the bar over the top into the stem.
constexpr ControlPoint fourTriangleInOne[] = {start(48, 50), to(20, 52), corner(0, 48), to(22, 24),
                                              corner(48, 2), to(46, 50), to(42, 100)};
constexpr ControlPoint fourSailInOne[] = {start(86, 64), to(44, 66), corner(0, 66), to(28, 34),
                                          corner(56, 0), to(54, 50), to(50, 100)};
constexpr DigitTemplate foursFromBar[] = {{0.3f, fourTriangleInOne}, {0.3f, fourSailInOne}};

// From the top of the stem around the triangle, then the stem.
constexpr ControlPoint fourWithLoop[] = {start(50, 20), to(28, 16),   to(4, 44),  to(26, 52),
                                         to(52, 34),    start(54, 2), to(50, 50), to(46, 100)};
constexpr DigitTemplate foursWithLoop[] = {{0.2f, fourWithLoop}};

constexpr TemplateFamily fours[] = {foursAngled,  foursCupped,  foursInOne,
                                    foursPointed, foursFromBar, foursWithLoop};

// 5 ---------------------------------------------------------------------------------------------

// With a separate hat.
constexpr ControlPoint fiveTwoStrokes[] = {start(12, 4), to(10, 22), corner(6, 44), to(30, 36),
                                           to(54, 54),   to(50, 86), to(26, 100),   to(0, 92),
                                           start(12, 4), to(36, 2),  to(62, 0)};
constexpr ControlPoint fiveApartHat[] = {start(10, 14), to(8, 30),  corner(6, 48), to(28, 42),
                                         to(48, 60),    to(44, 88), to(22, 100),   to(0, 90),
                                         start(16, 8),  to(40, 4),  to(70, 2)};
constexpr ControlPoint fiveBigBelly[] = {start(8, 2), to(6, 18),  corner(4, 34), to(34, 28),
                                         to(62, 50),  to(60, 82), to(32, 100),   to(-2, 88),
                                         start(8, 2), to(30, 2),  to(52, 0)};
constexpr ControlPoint fiveLongHat[] = {start(22, 14), to(18, 32), corner(14, 48), to(38, 44),
                                        to(52, 58),    to(46, 82), to(24, 98),     to(-6, 96),
                                        start(22, 14), to(60, 8),  to(108, 0)};
constexpr ControlPoint fiveSlantedHat[] = {start(26, 6), to(18, 24), corner(10, 42), to(34, 42),
                                           to(48, 58),   to(40, 84), to(16, 100),    to(-10, 94),
                                           start(26, 8), to(48, 4),  to(72, -4)};
constexpr ControlPoint fiveSmallHatted[] = {start(10, 8), to(8, 30),  corner(4, 54), to(26, 50),
                                            to(40, 66),   to(38, 88), to(20, 100),   to(-4, 94),
                                            start(10, 6), to(28, 6),  to(46, 4)};
constexpr ControlPoint fiveFlatBelly[] = {start(16, 4), to(12, 20), corner(6, 36), to(36, 34),
                                          to(62, 48),   to(62, 78), to(38, 98),    to(4, 98),
                                          start(16, 6), to(44, 0),  to(78, -4)};
constexpr ControlPoint fiveRisenStem[] = {start(20, 0), to(16, 20), corner(10, 42), to(34, 40),
                                          to(48, 58),   to(40, 84), to(14, 100),    to(-8, 92),
                                          start(4, 16), to(36, 12), to(72, 8)};
constexpr DigitTemplate fivesHatted[] = {
    {2.8f, fiveTwoStrokes}, {1.4f, fiveApartHat},    {0.7f, fiveBigBelly}, {1.7f, fiveLongHat},
    {0.9f, fiveSlantedHat}, {1.1f, fiveSmallHatted}, {1, fiveFlatBelly},   {0.9f, fiveRisenStem}};

// In one stroke from the hat's right end.
constexpr ControlPoint fiveOneStroke[] = {start(60, 2),  to(36, 3),  corner(14, 4), to(12, 22),
                                          corner(8, 44), to(34, 38), to(56, 58),    to(48, 90),
                                          to(22, 100),   to(0, 90)};
constexpr ControlPoint fiveWide[] = {start(86, 4),   to(56, 4),  corner(28, 8), to(22, 24),
                                     corner(16, 40), to(44, 40), to(62, 62),    to(46, 92),
                                     to(18, 100),    to(-6, 88)};
constexpr ControlPoint fiveSmallBelly[] = {start(44, 2),  to(24, 4),  corner(8, 8), to(6, 32),
                                           corner(6, 54), to(28, 52), to(42, 70),   to(34, 94),
                                           to(14, 100),   to(-4, 92)};
constexpr ControlPoint fiveRound[] = {start(50, 0),  to(24, 4),  corner(10, 10), to(2, 26),
                                      corner(4, 40), to(36, 36), to(62, 56),     to(58, 86),
                                      to(28, 100),   to(2, 88)};
constexpr ControlPoint fiveSlender[] = {start(60, 0),   to(44, 2),  corner(28, 8), to(20, 26),
                                        corner(14, 42), to(32, 46), to(44, 62),    to(40, 84),
                                        to(20, 97),     to(-6, 98)};
constexpr ControlPoint fiveWideFlat[] = {start(100, 4),  to(66, 6),  corner(36, 12), to(28, 30),
                                         corner(20, 46), to(54, 44), to(74, 58),     to(66, 80),
                                         to(36, 96),     to(-8, 100)};
constexpr ControlPoint fiveSteep[] = {start(60, 0),   to(42, 6),  corner(24, 14), to(18, 32),
                                      corner(14, 46), to(32, 50), to(40, 62),     to(38, 80),
                                      to(22, 94),     to(-8, 100)};
constexpr ControlPoint fiveSquare[] = {start(64, 2),  to(34, 2),  corner(6, 3), to(4, 24),
                                       corner(2, 46), to(34, 44), to(62, 50),   to(64, 84),
                                       to(34, 98),    to(-2, 97)};
constexpr ControlPoint fiveSlantedBack[] = {start(92, -2),  to(64, 2),   corner(36, 6), to(26, 24),
                                            corner(16, 42), to(44, 42),  to(54, 56),    to(42, 78),
                                            to(18, 92),     to(-16, 100)};
constexpr ControlPoint fiveStraightTail[] = {start(62, 0),   to(42, 3),  corner(22, 8), to(16, 24),
                                             corner(10, 40), to(34, 38), to(48, 48),    to(46, 66),
                                             to(38, 84),     to(22, 102)};
constexpr ControlPoint fiveCurledTail[] = {start(64, 2),   to(42, 3),  corner(20, 6), to(14, 24),
                                           corner(10, 42), to(36, 42), to(56, 62),    to(46, 92),
                                           to(16, 98),     to(4, 78)};
constexpr ControlPoint fiveWideBelly[] = {start(70, 0),  to(40, 4),  corner(12, 8), to(8, 26),
                                          corner(4, 44), to(44, 38), to(84, 54),    to(82, 84),
                                          to(44, 100),   to(-6, 92)};
constexpr ControlPoint fiveBackward[] = {start(60, 2),   to(34, 2),  corner(12, 0), to(16, 24),
                                         corner(20, 44), to(46, 42), to(64, 60),    to(58, 88),
                                         to(30, 100),    to(2, 94)};
constexpr ControlPoint fiveHalfBelly[] = {start(60, 0),  to(36, 2),  corner(12, 6), to(8, 22),
                                          corner(4, 38), to(34, 36), to(58, 48),    to(66, 70),
                                          to(64, 88),    to(58, 104)};
constexpr ControlPoint fiveLowBelly[] = {start(70, 4),   to(44, 2),  corner(18, 4), to(14, 28),
                                         corner(10, 54), to(34, 50), to(50, 62),    to(46, 86),
                                         to(22, 100),    to(-4, 92)};
constexpr DigitTemplate fivesInOne[] = {
    {3.5f, fiveOneStroke},    {2, fiveWide},          {1.9f, fiveSmallBelly},
    {1.8f, fiveRound},        {1.9f, fiveSlender},    {0.8f, fiveWideFlat},
    {1.1f, fiveSteep},        {1.2f, fiveSquare},     {0.9f, fiveSlantedBack},
    {1.3f, fiveStraightTail}, {1.5f, fiveCurledTail}, {1.2f, fiveWideBelly},
    {0.9f, fiveBackward},     {1.4f, fiveHalfBelly},  {1.3f, fiveLowBelly}};

// Without a corner.
constexpr ControlPoint fiveSmooth[] = {start(62, 4), to(34, 3),  to(14, 14), to(18, 38),
                                       to(42, 52),   to(50, 76), to(32, 98), to(0, 94)};
constexpr ControlPoint fiveSwan[] = {start(60, 2), to(36, 4),  to(20, 18), to(26, 38),
                                     to(44, 52),   to(46, 76), to(26, 98), to(-2, 92)};
constexpr ControlPoint fiveSlantedS[] = {start(82, 0), to(54, 4),  to(30, 16), to(26, 36),
                                         to(42, 52),   to(40, 74), to(18, 94), to(-12, 96)};
constexpr ControlPoint fiveHook[] = {start(66, 4), to(44, 0),  to(30, 10),  to(32, 34),
                                     to(38, 58),   to(36, 82), to(18, 100), to(0, 86)};
constexpr DigitTemplate fivesSmooth[] = {
    {2.9f, fiveSmooth}, {0.5f, fiveSwan}, {1.2f, fiveSlantedS}, {0.5f, fiveHook}};

// With an end that nearly closes.
constexpr ControlPoint fiveCurled[] = {start(64, 2), to(40, 4),  corner(20, 8), to(12, 28),
                                       to(12, 44),   to(36, 50), to(54, 72),    to(40, 98),
                                       to(12, 96),   to(6, 80)};
constexpr ControlPoint fiveTightlyCurled[] = {start(74, 0), to(48, 4),  corner(24, 10), to(14, 28),
                                              to(14, 44),   to(40, 46), to(54, 66),     to(38, 94),
                                              to(6, 94),    to(10, 70)};
constexpr DigitTemplate fivesCurled[] = {{1, fiveCurled}, {0.4f, fiveTightlyCurled}};

constexpr TemplateFamily fives[] = {fivesHatted, fivesInOne, fivesSmooth, fivesCurled};

}  // namespace

std::span<const TemplateFamily> templatesOfFour() { return fours; }
std::span<const TemplateFamily> templatesOfFive() { return fives; }

}  // namespace dd
