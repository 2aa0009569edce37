#include "data/digit_templates.hpp"

namespace dd {
namespace {

using namespace control_points;

// 2 ---------------------------------------------------------------------------------------------

// With a corner before the foot.
constexpr ControlPoint twoPlain[] = {start(2, 22),  to(18, 4),  to(42, 2),
                                     to(56, 20),    to(46, 48), to(24, 76),
                                     corner(0, 98), to(30, 96), to(64, 98)};
constexpr ControlPoint twoLow[] = {start(0, 30), to(10, 8),     to(38, 0),  to(62, 14), to(60, 40),
                                   to(40, 66),   corner(4, 92), to(40, 94), to(100, 98)};
constexpr ControlPoint twoZ[] = {start(0, 5), to(26, 2),     to(50, 3),  to(56, 14), to(42, 44),
                                 to(20, 74),  corner(0, 97), to(32, 96), to(64, 95)};
constexpr ControlPoint twoSwan[] = {start(4, 42), to(6, 14),     to(32, 0),  to(56, 16), to(50, 46),
                                    to(28, 74),   corner(2, 95), to(32, 92), to(72, 94)};
constexpr ControlPoint twoRisingFoot[] = {start(2, 26),   to(16, 5),  to(42, 1),
                                          to(56, 22),     to(44, 52), to(22, 80),
                                          corner(0, 100), to(34, 92), to(78, 78)};
constexpr ControlPoint twoFallingFoot[] = {start(0, 22),  to(14, 4),  to(38, 0),
                                           to(54, 18),    to(44, 44), to(24, 66),
                                           corner(0, 82), to(34, 88), to(78, 102)};
constexpr ControlPoint twoShortFoot[] = {start(4, 18),  to(18, 2),  to(38, 2),
                                         to(48, 22),    to(40, 50), to(22, 76),
                                         corner(4, 97), to(20, 98), to(38, 96)};
constexpr ControlPoint twoSmallHead[] = {start(0, 14),  to(12, 2),  to(24, 5),
                                         to(29, 22),    to(24, 50), to(14, 78),
                                         corner(2, 97), to(30, 96), to(62, 94)};
constexpr ControlPoint twoLongFoot[] = {start(0, 22),  to(16, 4),  to(32, 0),
                                        to(42, 16),    to(34, 44), to(18, 72),
                                        corner(0, 94), to(56, 91), to(124, 92)};
constexpr ControlPoint twoUpright[] = {start(0, 26),   to(12, 4),  to(34, 0),
                                       to(48, 16),     to(50, 44), to(42, 74),
                                       corner(20, 96), to(44, 95), to(78, 94)};
constexpr ControlPoint twoBigHead[] = {start(6, 40),  to(8, 10),  to(40, 0),
                                       to(68, 20),    to(66, 52), to(44, 80),
                                       corner(6, 99), to(40, 95), to(84, 96)};
constexpr ControlPoint twoSquat[] = {start(0, 26),  to(26, 2),  to(68, 2),
                                     to(90, 24),    to(70, 56), to(36, 78),
                                     corner(0, 97), to(54, 95), to(112, 97)};
constexpr ControlPoint twoWideZ[] = {start(0, 4), to(34, 0),     to(70, 6),  to(72, 22), to(44, 52),
                                     to(16, 78),  corner(2, 96), to(44, 99), to(96, 94)};
constexpr ControlPoint twoStraightZ[] = {start(0, 8),    to(18, 0),  to(40, 4),
                                         to(40, 24),     to(26, 54), to(16, 80),
                                         corner(16, 98), to(42, 98), to(72, 92)};
constexpr ControlPoint twoEll[] = {start(0, 12), to(8, 2),      to(18, 4),  to(20, 24), to(12, 54),
                                   to(6, 80),    corner(0, 97), to(32, 96), to(68, 92)};
constexpr DigitTemplate twosCornered[] = {
    {2.8f, twoPlain},      {0.9f, twoLow},         {1.4f, twoZ},         {0.7f, twoSwan},
    {0.6f, twoRisingFoot}, {0.7f, twoFallingFoot}, {0.4f, twoShortFoot}, {1.3f, twoSmallHead},
    {0.9f, twoLongFoot},   {0.8f, twoUpright},     {0.5f, twoBigHead},   {0.2f, twoSquat},
    {0.6f, twoWideZ},      {1.1f, twoStraightZ},   {1, twoEll}};

// With a loop before the foot.
constexpr ControlPoint twoLooped[] = {start(4, 22), to(22, 3),  to(50, 5),  to(58, 26),
                                      to(40, 60),   to(18, 90), to(4, 98),  to(-4, 86),
                                      to(8, 76),    to(28, 82), to(48, 96), to(76, 90)};
constexpr ControlPoint twoWideLoop[] = {start(6, 14), to(26, 1),  to(54, 6),  to(62, 30),
                                        to(44, 62),   to(16, 92), to(-8, 96), to(-14, 80),
                                        to(6, 70),    to(34, 80), to(60, 96), to(92, 96)};
constexpr ControlPoint twoBowl[] = {start(12, 36), to(8, 10),  to(38, 0),  to(60, 24),
                                    to(48, 64),    to(28, 92), to(6, 99),  to(-2, 87),
                                    to(10, 75),    to(28, 78), to(48, 90), to(70, 100)};
constexpr ControlPoint twoBigTop[] = {start(4, 40), to(8, 10),  to(38, 0),  to(62, 18),
                                      to(56, 54),   to(32, 86), to(8, 100), to(-4, 92),
                                      to(2, 80),    to(22, 80), to(42, 88), to(64, 95)};
constexpr ControlPoint twoTightLoop[] = {start(8, 20), to(28, 0),  to(50, 12), to(44, 44),
                                         to(24, 76),   to(10, 92), to(2, 97),  to(-2, 90),
                                         to(5, 85),    to(18, 86), to(42, 92), to(76, 84)};
constexpr ControlPoint twoTallLoop[] = {start(6, 24), to(24, 2),  to(50, 8),  to(52, 36),
                                        to(36, 70),   to(18, 94), to(4, 98),  to(-2, 84),
                                        to(6, 66),    to(26, 68), to(44, 82), to(64, 98)};
constexpr ControlPoint twoHeavyLoop[] = {start(14, 30), to(14, 8),  to(40, 0),  to(60, 18),
                                         to(50, 52),    to(26, 86), to(6, 98),  to(-6, 88),
                                         to(0, 72),     to(24, 68), to(48, 82), to(74, 86)};
constexpr ControlPoint twoFlatLoop[] = {start(0, 32), to(14, 6),  to(46, 0),  to(64, 26),
                                        to(50, 64),   to(24, 90), to(2, 97),  to(-12, 91),
                                        to(-4, 83),   to(20, 86), to(44, 94), to(78, 92)};
constexpr ControlPoint twoSwungTail[] = {start(2, 18), to(22, 2),  to(48, 4),  to(56, 28),
                                         to(40, 58),   to(18, 82), to(2, 90),  to(-6, 80),
                                         to(6, 70),    to(28, 76), to(54, 94), to(92, 78)};
constexpr ControlPoint twoDroppedTail[] = {start(0, 22), to(20, 3),  to(44, 2),  to(52, 22),
                                           to(38, 50),   to(18, 72), to(2, 80),  to(-4, 72),
                                           to(4, 64),    to(22, 68), to(44, 84), to(70, 104)};
constexpr ControlPoint twoSlimLoop[] = {start(2, 20), to(14, 2),  to(30, 4),  to(34, 26),
                                        to(26, 60),   to(14, 88), to(4, 98),  to(-4, 90),
                                        to(2, 80),    to(16, 82), to(32, 92), to(54, 90)};
constexpr ControlPoint twoRoundLoop[] = {start(6, 20), to(24, 1),  to(48, 6),  to(54, 28),
                                         to(42, 56),   to(26, 84), to(8, 100), to(-12, 92),
                                         to(-10, 70),  to(14, 62), to(42, 78), to(82, 90)};
constexpr ControlPoint twoBroad[] = {start(0, 24), to(24, 0),  to(64, 4),  to(78, 36),
                                     to(66, 70),   to(38, 92), to(10, 98), to(-4, 90),
                                     to(6, 78),    to(34, 78), to(62, 88), to(92, 98)};
constexpr ControlPoint twoBroadLoop[] = {start(2, 20), to(30, 0),  to(66, 6),  to(76, 38),
                                         to(60, 76),   to(28, 98), to(0, 94),  to(-6, 80),
                                         to(14, 70),   to(46, 76), to(72, 88), to(96, 92)};
constexpr ControlPoint twoLying[] = {start(0, 30), to(40, 0),  to(100, 6),  to(116, 30),
                                     to(80, 62),   to(30, 86), to(-10, 94), to(-20, 80),
                                     to(20, 72),   to(70, 80), to(110, 92), to(150, 96)};
constexpr ControlPoint twoDee[] = {start(2, 16), to(20, 0),  to(44, 6),  to(52, 30),
                                   to(46, 64),   to(28, 92), to(6, 100), to(-6, 90),
                                   to(4, 74),    to(24, 72), to(46, 82), to(66, 96)};
constexpr ControlPoint twoWideDee[] = {start(-6, 22), to(22, 0),  to(60, 8),  to(70, 40),
                                       to(58, 76),    to(28, 98), to(-4, 98), to(-14, 84),
                                       to(4, 70),     to(38, 72), to(64, 86), to(88, 104)};
constexpr ControlPoint twoLowCross[] = {start(4, 30), to(16, 6),  to(42, 0),  to(60, 22),
                                        to(52, 60),   to(30, 90), to(8, 100), to(-10, 90),
                                        to(-4, 70),   to(22, 64), to(50, 76), to(80, 100)};
constexpr ControlPoint twoSteepLoop[] = {start(6, 14), to(16, 2),  to(26, 6),  to(30, 30),
                                         to(28, 66),   to(18, 92), to(2, 98),  to(-8, 88),
                                         to(2, 76),    to(24, 80), to(44, 88), to(66, 84)};
constexpr ControlPoint twoStemLoop[] = {start(10, 8), to(20, 0),  to(30, 8),  to(32, 34),
                                        to(28, 66),   to(14, 90), to(-8, 96), to(-18, 86),
                                        to(-4, 78),   to(28, 80), to(58, 84), to(92, 80)};
constexpr DigitTemplate twosLooped[] = {
    {1.7f, twoLooped},    {1.3f, twoWideLoop},    {1.1f, twoBowl},      {0.8f, twoBigTop},
    {1.2f, twoTightLoop}, {1.3f, twoTallLoop},    {1.1f, twoHeavyLoop}, {1, twoFlatLoop},
    {0.6f, twoSwungTail}, {0.5f, twoDroppedTail}, {0.6f, twoSlimLoop},  {1, twoRoundLoop},
    {1.1f, twoBroad},     {1.4f, twoBroadLoop},   {0.2f, twoLying},     {2.3f, twoDee},
    {1.2f, twoWideDee},   {1.2f, twoLowCross},    {1.1f, twoSteepLoop}, {1, twoStemLoop}};

// Round into the foot.
constexpr ControlPoint twoSmoothFoot[] = {start(0, 16), to(20, 2),  to(46, 6),
                                          to(52, 28),   to(34, 58), to(10, 86),
                                          to(8, 98),    to(34, 95), to(66, 92)};
constexpr ControlPoint twoSwept[] = {start(0, 20), to(16, 2),  to(40, 4),  to(48, 26), to(38, 60),
                                     to(22, 88),   to(26, 98), to(46, 96), to(78, 82)};
constexpr ControlPoint twoSerpent[] = {start(0, 24), to(18, 3), to(44, 2),  to(50, 22), to(28, 52),
                                       to(4, 78),    to(2, 95), to(28, 99), to(64, 94)};
constexpr DigitTemplate twosRound[] = {{1.6f, twoSmoothFoot}, {0.6f, twoSwept}, {0.6f, twoSerpent}};

constexpr ControlPoint twoWavyFoot[] = {start(10, 20), to(26, 3),     to(50, 6),  to(54, 30),
                                        to(36, 60),    corner(4, 92), to(24, 84), to(48, 92),
                                        to(66, 100),   to(86, 88)};
constexpr ControlPoint twoHighWave[] = {start(2, 26), to(16, 4),     to(42, 0),  to(58, 24),
                                        to(42, 62),   corner(2, 96), to(20, 80), to(38, 84),
                                        to(56, 96),   to(80, 92)};
constexpr DigitTemplate twosWavy[] = {{0.8f, twoWavyFoot}, {0.6f, twoHighWave}};

constexpr TemplateFamily twos[] = {twosCornered, twosLooped, twosRound, twosWavy};

// 3 ---------------------------------------------------------------------------------------------

// With a corner at the waist.
constexpr ControlPoint threeRound[] = {start(2, 14), to(24, 0),      to(48, 10),
                                       to(44, 34),   corner(18, 46), to(48, 54),
                                       to(58, 78),   to(36, 99),     to(2, 92)};
constexpr ControlPoint threeSmallTop[] = {start(8, 12), to(24, 1),      to(42, 10),
                                          to(38, 28),   corner(22, 36), to(52, 46),
                                          to(64, 72),   to(42, 98),     to(0, 94)};
constexpr ControlPoint threeSmallBelly[] = {start(0, 18), to(24, 0),      to(54, 8),
                                            to(54, 36),   corner(20, 54), to(46, 62),
                                            to(50, 84),   to(30, 100),    to(6, 96)};
constexpr ControlPoint threeTall[] = {start(0, 6), to(22, 1),      to(34, 16),
                                      to(28, 38),  corner(14, 48), to(34, 60),
                                      to(38, 80),  to(22, 99),     to(-6, 92)};
constexpr ControlPoint threeZigzag[] = {start(0, 8), to(24, 0),      to(46, 6),
                                        to(42, 20),  corner(16, 44), to(44, 46),
                                        to(52, 60),  to(36, 84),     to(12, 100)};
constexpr ControlPoint threeWide[] = {start(0, 12), to(34, 0),      to(72, 8),
                                      to(66, 30),   corner(34, 46), to(72, 54),
                                      to(80, 78),   to(44, 100),    to(-4, 92)};
constexpr ControlPoint threeLongTail[] = {start(8, 6), to(36, 0),      to(54, 14),
                                          to(40, 36),  corner(26, 42), to(50, 50),
                                          to(52, 72),  to(24, 92),     to(-24, 100)};
constexpr ControlPoint threeHookedTop[] = {start(0, 26), to(14, 3),      to(46, 3),
                                           to(48, 26),   corner(18, 46), to(46, 52),
                                           to(60, 76),   to(34, 99),     to(-4, 90)};
constexpr ControlPoint threeDeepWaist[] = {start(2, 10), to(28, 0),      to(54, 10),
                                           to(38, 34),   corner(-2, 48), to(42, 50),
                                           to(62, 74),   to(36, 99),     to(0, 94)};
constexpr ControlPoint threeShallowWaist[] = {start(0, 12), to(26, 0),      to(50, 12),
                                              to(50, 32),   corner(36, 44), to(56, 56),
                                              to(60, 80),   to(38, 100),    to(2, 96)};
constexpr ControlPoint threeStraightTail[] = {start(0, 10), to(28, 1),      to(52, 6),
                                              to(44, 22),   corner(18, 38), to(46, 42),
                                              to(54, 56),   to(48, 78),     to(36, 102)};
constexpr ControlPoint threeCurledTail[] = {start(2, 14), to(24, 1),      to(48, 8),
                                            to(46, 32),   corner(20, 46), to(50, 56),
                                            to(56, 84),   to(24, 100),    to(-6, 80)};
constexpr ControlPoint threeWideBelly[] = {start(0, 14), to(30, 0),      to(60, 10),
                                           to(46, 34),   corner(20, 44), to(62, 48),
                                           to(86, 72),   to(56, 98),     to(-10, 92)};
constexpr ControlPoint threeUpturned[] = {start(26, 10), to(44, 0),      to(64, 10),
                                          to(56, 32),    corner(34, 42), to(64, 54),
                                          to(66, 84),    to(26, 100),    to(-10, 70)};
constexpr ControlPoint threeDiagonal[] = {start(0, 6), to(30, 2),      to(62, 0),
                                          to(44, 20),  corner(20, 38), to(50, 40),
                                          to(66, 56),  to(56, 82),     to(20, 104)};
constexpr ControlPoint threeBackward[] = {start(0, 16), to(16, 0),      to(38, 6),
                                          to(44, 30),   corner(24, 46), to(52, 50),
                                          to(72, 72),   to(60, 98),     to(14, 98)};
constexpr DigitTemplate threesCornered[] = {
    {6, threeRound},           {2.4f, threeSmallTop},     {1.3f, threeSmallBelly},
    {2.2f, threeTall},         {1.8f, threeZigzag},       {1.2f, threeWide},
    {1.3f, threeLongTail},     {1.4f, threeHookedTop},    {1.9f, threeDeepWaist},
    {1.4f, threeShallowWaist}, {0.7f, threeStraightTail}, {1.3f, threeCurledTail},
    {1.1f, threeWideBelly},    {0.8f, threeUpturned},     {1, threeDiagonal},
    {1.6f, threeBackward}};

// Round at the waist.
constexpr ControlPoint threeSmooth[] = {start(0, 16), to(20, 1),  to(46, 6),  to(50, 26),
                                        to(34, 44),   to(28, 50), to(50, 58), to(58, 80),
                                        to(34, 100),  to(2, 88)};
constexpr ControlPoint threeSmoothWide[] = {start(0, 10), to(30, 0),  to(64, 6),  to(64, 28),
                                            to(42, 42),   to(38, 48), to(66, 56), to(72, 80),
                                            to(36, 100),  to(-10, 92)};
constexpr ControlPoint threeBent[] = {start(0, 22), to(14, 4),  to(40, 2),  to(48, 20),  to(40, 40),
                                      to(38, 50),   to(50, 64), to(50, 84), to(32, 100), to(6, 98)};
constexpr DigitTemplate threesSmooth[] = {
    {2.8f, threeSmooth}, {0.9f, threeSmoothWide}, {1, threeBent}};

constexpr ControlPoint threeLooped[] = {start(4, 10), to(28, 0),   to(50, 10), to(42, 34),
                                        to(24, 46),   to(18, 40),  to(30, 40), to(54, 56),
                                        to(56, 82),   to(32, 100), to(0, 90)};
constexpr ControlPoint threeBigLoop[] = {start(6, 14), to(30, 0),   to(52, 8),  to(44, 34),
                                         to(18, 52),   to(10, 42),  to(28, 38), to(56, 52),
                                         to(60, 80),   to(34, 100), to(-6, 94)};
constexpr ControlPoint threeFlatLoop[] = {start(0, 8), to(30, 1),  to(60, 6),  to(46, 28),
                                          to(18, 42),  to(14, 36), to(32, 36), to(60, 48),
                                          to(60, 76),  to(28, 98), to(-16, 96)};
constexpr DigitTemplate threesLooped[] = {
    {2.3f, threeLooped}, {0.9f, threeBigLoop}, {0.9f, threeFlatLoop}};

// With a flat top.
constexpr ControlPoint threeFlatTop[] = {start(2, 3), to(28, 2),  corner(56, 2), corner(24, 40),
                                         to(50, 46),  to(60, 72), to(40, 98),    to(0, 92)};
constexpr ControlPoint threeFlatShort[] = {start(0, 6), to(18, 4),  corner(40, 3), corner(18, 34),
                                           to(48, 42),  to(60, 70), to(38, 99),    to(-6, 92)};
constexpr ControlPoint threeFlatSteep[] = {start(0, 2), to(28, 2),  corner(58, 0), corner(32, 46),
                                           to(50, 56),  to(54, 80), to(34, 100),   to(0, 94)};
constexpr DigitTemplate threesFlat[] = {
    {0.9f, threeFlatTop}, {0.6f, threeFlatShort}, {0.4f, threeFlatSteep}};

constexpr ControlPoint threeHook[] = {start(0, 20),   to(16, 2),  to(44, 4),  to(50, 24),
                                      corner(16, 48), to(44, 50), to(60, 72), to(46, 96),
                                      to(18, 98),     to(0, 80)};
constexpr ControlPoint threeDeepHook[] = {start(-2, 28),  to(12, 4),  to(40, 0),  to(52, 20),
                                          corner(22, 44), to(50, 48), to(64, 74), to(46, 98),
                                          to(12, 98),     to(-10, 72)};
constexpr DigitTemplate threesHooked[] = {{1, threeHook}, {0.3f, threeDeepHook}};

constexpr ControlPoint threeFootLoop[] = {start(6, 10),   to(30, 0),  to(52, 12), to(40, 36),
                                          corner(20, 46), to(50, 54), to(58, 80), to(36, 96),
                                          to(4, 98),      to(0, 84),  to(26, 82), to(50, 92)};
constexpr ControlPoint threeSmallFootLoop[] = {start(2, 12),   to(26, 0),  to(50, 10), to(42, 34),
                                               corner(20, 44), to(48, 52), to(56, 76), to(38, 96),
                                               to(8, 100),     to(0, 90),  to(12, 86), to(30, 92)};
constexpr DigitTemplate threesWithFootLoop[] = {{0.3f, threeFootLoop}, {0.5f, threeSmallFootLoop}};

constexpr TemplateFamily threes[] = {threesCornered, threesSmooth, threesLooped,
                                     threesFlat,     threesHooked, threesWithFootLoop};

}  // namespace

std::span<const TemplateFamily> templatesOfTwo() { return twos; }
std::span<const TemplateFamily> templatesOfThree() { return threes; }

}  // namespace dd
