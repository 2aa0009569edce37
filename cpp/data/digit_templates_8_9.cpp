#include "data/digit_templates.hpp"

namespace dd {
namespace {

using namespace control_points;

// 8 ---------------------------------------------------------------------------------------------

// One stroke from the upper right: an S, and back.
constexpr ControlPoint eightLoop[] = {start(54, 12), to(30, 0),  to(8, 14),   to(14, 36),
                                      to(42, 56),    to(54, 80), to(30, 100), to(6, 84),
                                      to(16, 58),    to(44, 36), to(56, 14)};
constexpr ControlPoint eightNarrow[] = {start(44, 8), to(28, 0),  to(14, 14),  to(20, 38),
                                        to(34, 58),   to(38, 84), to(20, 100), to(4, 86),
                                        to(12, 62),   to(32, 36), to(46, 10)};
constexpr ControlPoint eightSmallTop[] = {start(46, 8), to(32, 0),  to(18, 10), to(22, 28),
                                          to(44, 46),   to(58, 72), to(36, 99), to(6, 90),
                                          to(8, 62),    to(32, 38), to(46, 16)};
constexpr ControlPoint eightSmallBelly[] = {start(58, 14), to(34, 0),  to(6, 14),   to(10, 38),
                                            to(34, 58),    to(42, 80), to(28, 100), to(12, 88),
                                            to(20, 64),    to(48, 40), to(60, 16)};
constexpr ControlPoint eightLeaning[] = {start(74, 12), to(50, 0),  to(26, 16),  to(28, 38),
                                         to(42, 56),    to(40, 84), to(18, 100), to(0, 88),
                                         to(14, 64),    to(48, 40), to(76, 14)};
constexpr ControlPoint eightSlender[] = {start(48, 16), to(38, 0),  to(24, 12), to(26, 36),
                                         to(32, 60),    to(24, 90), to(8, 100), to(4, 84),
                                         to(20, 60),    to(44, 30), to(62, 8)};
constexpr ControlPoint eightWide[] = {start(70, 10), to(38, 0),  to(4, 12),   to(14, 36),
                                      to(52, 54),    to(68, 80), to(36, 100), to(4, 88),
                                      to(16, 62),    to(58, 38), to(76, 14)};
constexpr ControlPoint eightOpenArm[] = {start(44, 4), to(22, 4),  to(8, 20),   to(16, 40),
                                         to(40, 56),   to(46, 80), to(26, 100), to(4, 86),
                                         to(16, 60),   to(46, 34), to(78, 2)};
constexpr ControlPoint eightGap[] = {start(52, 8), to(30, 0),  to(8, 14),   to(14, 36),
                                     to(40, 54),   to(54, 78), to(32, 100), to(6, 88),
                                     to(10, 66),   to(26, 50), to(42, 38)};
constexpr ControlPoint eightTinyTop[] = {start(42, 10), to(30, 0),  to(20, 10),  to(26, 26),
                                         to(46, 44),    to(56, 74), to(32, 100), to(2, 82),
                                         to(8, 54),     to(30, 32), to(42, 14)};
constexpr ControlPoint eightTinyBelly[] = {start(60, 16), to(34, 0),  to(4, 18),   to(10, 44),
                                           to(30, 62),    to(32, 84), to(20, 100), to(10, 86),
                                           to(18, 66),    to(46, 44), to(62, 18)};
constexpr ControlPoint eightRightArm[] = {start(84, 10), to(40, 2),  to(6, 14),   to(16, 36),
                                          to(40, 54),    to(44, 80), to(24, 100), to(4, 88),
                                          to(14, 66),    to(48, 40), to(96, 14)};
constexpr DigitTemplate eightsInOne[] = {
    {5.2f, eightLoop},    {3.9f, eightNarrow},  {1.1f, eightSmallTop},  {3.3f, eightSmallBelly},
    {2.4f, eightLeaning}, {2.5f, eightSlender}, {1.6f, eightWide},      {1.5f, eightOpenArm},
    {0.8f, eightGap},     {0.3f, eightTinyTop}, {1.6f, eightTinyBelly}, {0.8f, eightRightArm}};

constexpr ControlPoint eightOpenTop[] = {start(50, 2), to(20, 8),  to(6, 26),  to(28, 46),
                                         to(48, 70),   to(36, 98), to(10, 94), to(10, 70),
                                         to(34, 44),   to(64, 4)};
constexpr ControlPoint eightOpenLong[] = {start(40, 4), to(14, 10),  to(6, 30), to(28, 50),
                                          to(40, 74),   to(26, 100), to(4, 94), to(8, 72),
                                          to(36, 40),   to(82, -6)};
constexpr ControlPoint eightHorned[] = {start(10, 2), to(8, 18), to(16, 34), to(34, 50), to(46, 74),
                                        to(30, 100),  to(4, 90), to(10, 66), to(34, 40), to(62, 0)};
constexpr DigitTemplate eightsOpen[] = {
    {2.2f, eightOpenTop}, {0.7f, eightOpenLong}, {0.2f, eightHorned}};

constexpr ControlPoint eightClosedLoop[] = {start(36, 2), to(12, 10), to(10, 32), to(34, 50),
                                            to(54, 74),   to(36, 98), to(8, 92),  to(6, 70),
                                            to(32, 50),   to(52, 28), to(46, 6),  to(30, 3)};
constexpr ControlPoint eightClosedWide[] = {start(50, 4), to(18, 8),  to(8, 28),  to(44, 48),
                                            to(80, 72),   to(60, 97), to(16, 95), to(6, 72),
                                            to(42, 50),   to(76, 28), to(66, 6),  to(38, 4)};
constexpr ControlPoint eightClosedLeaning[] = {start(64, 0), to(36, 10), to(28, 32), to(42, 50),
                                               to(52, 74),   to(28, 98), to(2, 94),  to(6, 70),
                                               to(38, 50),   to(70, 28), to(76, 6),  to(58, 2)};
constexpr ControlPoint eightHeart[] = {start(34, 14), to(18, 2),  to(4, 16),  to(18, 42),
                                       to(40, 66),    to(36, 96), to(10, 96), to(8, 72),
                                       to(36, 44),    to(60, 16), to(50, 0),  to(34, 12)};
constexpr DigitTemplate eightsClosed[] = {{1.9f, eightClosedLoop},
                                          {0.6f, eightClosedWide},
                                          {0.7f, eightClosedLeaning},
                                          {1.9f, eightHeart}};

// Two circles.
constexpr ControlPoint eightCircles[] = {
    start(30, 1),  to(10, 14), to(14, 38), to(32, 46),  to(50, 32), to(48, 10), to(28, 1),
    start(30, 46), to(6, 62),  to(8, 90),  to(32, 100), to(56, 86), to(54, 60), to(28, 46)};
constexpr ControlPoint eightWideCircles[] = {
    start(46, 2),  to(16, 8), to(12, 36), to(44, 46),  to(76, 36), to(74, 10), to(44, 2),
    start(46, 46), to(6, 58), to(4, 88),  to(46, 100), to(86, 88), to(84, 58), to(44, 46)};
constexpr ControlPoint eightApartCircles[] = {
    start(34, 0),  to(18, 10), to(18, 32), to(34, 42),  to(50, 30), to(48, 8),  to(30, 1),
    start(28, 50), to(6, 64),  to(6, 88),  to(28, 100), to(52, 90), to(50, 62), to(24, 51)};
constexpr DigitTemplate eightsOfCircles[] = {
    {0.5f, eightCircles}, {0.4f, eightWideCircles}, {0.3f, eightApartCircles}};

constexpr ControlPoint eightFromMiddle[] = {start(32, 46), to(10, 30), to(18, 4), to(44, 4),
                                            to(50, 26),    to(28, 50), to(4, 76), to(16, 98),
                                            to(44, 94),    to(52, 72), to(34, 50)};
constexpr ControlPoint eightFromLeft[] = {start(8, 8), to(6, 26),  to(30, 46), to(54, 68),
                                          to(48, 94),  to(20, 98), to(10, 76), to(30, 48),
                                          to(50, 24),  to(42, 4),  to(16, 4)};
constexpr DigitTemplate eightsFromMiddle[] = {{2.2f, eightFromMiddle}};
constexpr DigitTemplate eightsFromLeft[] = {{2, eightFromLeft}};

constexpr ControlPoint eightBigTop[] = {
    start(60, 8),  to(30, 0),  to(2, 18),  to(10, 42), to(36, 44), to(60, 26), to(52, 6),
    start(32, 46), to(18, 68), to(22, 94), to(40, 96), to(48, 72), to(32, 46)};
constexpr DigitTemplate eightsBigTopped[] = {{1.3f, eightBigTop}};

// A 3 with a closing stroke on the left, or a loop above a stem that splits.
constexpr ControlPoint eightSplit[] = {start(4, 100), to(20, 68), to(52, 34), to(48, 6),
                                       to(20, 2),     to(10, 26), to(34, 56), to(58, 98)};
constexpr DigitTemplate eightsSplit[] = {{0.1f, eightSplit}};

constexpr TemplateFamily eights[] = {eightsInOne,     eightsOpen,       eightsClosed,
                                     eightsOfCircles, eightsFromMiddle, eightsFromLeft,
                                     eightsBigTopped, eightsSplit};

// 9 ---------------------------------------------------------------------------------------------

// A corner before a straight stem.
constexpr ControlPoint nineStraight[] = {start(50, 12),  to(28, 2),  to(4, 20),
                                         to(10, 44),     to(34, 42), to(52, 20),
                                         corner(54, 10), to(50, 54), to(46, 100)};
constexpr ControlPoint nineSlanted[] = {start(60, 8),  to(34, 4),  to(8, 24),
                                        to(14, 42),    to(42, 34), to(58, 14),
                                        corner(62, 8), to(42, 52), to(22, 100)};
constexpr ControlPoint nineOpen[] = {start(44, 4),  to(16, 8),  to(0, 30),
                                     to(18, 46),    to(44, 32), to(54, 10),
                                     corner(56, 4), to(50, 54), to(46, 100)};
constexpr ControlPoint nineHighStart[] = {start(36, 8),  to(14, 14), to(4, 34),
                                          to(20, 48),    to(40, 34), to(50, 6),
                                          corner(54, 0), to(48, 50), to(40, 100)};
constexpr ControlPoint nineFlatTop[] = {start(56, 5),  to(28, 5),  to(6, 22),
                                        to(14, 42),    to(38, 36), to(52, 18),
                                        corner(55, 6), to(48, 52), to(40, 100)};
constexpr ControlPoint nineBigHead[] = {start(60, 16),  to(32, 0),  to(2, 20),
                                        to(8, 54),      to(38, 56), to(58, 30),
                                        corner(62, 12), to(58, 60), to(52, 100)};
constexpr ControlPoint nineSmallHead[] = {start(38, 10), to(22, 2),  to(8, 14),
                                          to(12, 30),    to(28, 28), to(38, 16),
                                          corner(41, 8), to(38, 54), to(32, 100)};
constexpr ControlPoint nineRightLean[] = {start(58, 16),  to(32, 2),  to(2, 18),
                                          to(8, 46),      to(38, 46), to(56, 24),
                                          corner(58, 14), to(64, 56), to(72, 100)};
constexpr ControlPoint nineWideHead[] = {start(70, 8),   to(34, 4),  to(0, 30),
                                         to(16, 56),     to(50, 50), to(74, 24),
                                         corner(78, 10), to(76, 56), to(74, 100)};
constexpr ControlPoint nineWideOpen[] = {start(66, 0),  to(24, 12), to(0, 36),
                                         to(22, 52),    to(56, 38), to(72, 16),
                                         corner(76, 8), to(66, 54), to(56, 100)};
constexpr ControlPoint nineBackward[] = {start(60, 6),   to(30, 2),  to(0, 22),
                                         to(6, 48),      to(34, 50), to(60, 26),
                                         corner(66, 10), to(74, 54), to(84, 100)};
constexpr ControlPoint nineEss[] = {start(62, 4),   to(34, 8),  to(14, 24),
                                    to(22, 38),     to(44, 36), to(58, 26),
                                    corner(64, 18), to(50, 56), to(30, 100)};
constexpr ControlPoint nineHugeHead[] = {start(66, 20),  to(36, 0),  to(2, 20),
                                         to(2, 56),      to(34, 70), to(62, 44),
                                         corner(70, 20), to(72, 62), to(70, 100)};
constexpr ControlPoint nineThinSlanted[] = {start(70, 4),  to(52, 2),  to(36, 14),
                                            to(38, 26),    to(54, 22), to(68, 10),
                                            corner(72, 6), to(48, 48), to(0, 100)};
constexpr ControlPoint nineTall[] = {start(42, 14),  to(26, 1),  to(6, 18),
                                     to(6, 44),      to(24, 52), to(40, 32),
                                     corner(45, 14), to(44, 56), to(42, 100)};
constexpr DigitTemplate ninesStraight[] = {
    {2.8f, nineStraight}, {1.5f, nineSlanted},     {0.7f, nineOpen},      {0.6f, nineHighStart},
    {1, nineFlatTop},     {1, nineBigHead},        {0.8f, nineSmallHead}, {0.6f, nineRightLean},
    {0.5f, nineWideHead}, {0.5f, nineWideOpen},    {0.6f, nineBackward},  {0.8f, nineEss},
    {0.9f, nineHugeHead}, {0.6f, nineThinSlanted}, {1.1f, nineTall}};

// Round from the head into the stem.
constexpr ControlPoint nineBowed[] = {start(48, 14), to(26, 1),  to(2, 20),  to(10, 46), to(36, 40),
                                      to(52, 16),    to(54, 34), to(44, 70), to(30, 100)};
constexpr ControlPoint nineBigLoop[] = {start(58, 18), to(32, 0),  to(4, 18),
                                        to(6, 50),     to(34, 58), to(58, 34),
                                        to(60, 22),    to(58, 62), to(50, 100)};
constexpr ControlPoint nineRoundFlat[] = {start(56, 20), to(30, 0),  to(0, 16),
                                          to(6, 42),     to(40, 38), to(60, 18),
                                          to(62, 36),    to(48, 78), to(14, 100)};
constexpr ControlPoint nineWide[] = {start(66, 14), to(36, 0),  to(2, 24),  to(14, 50), to(52, 38),
                                     to(72, 14),    to(72, 34), to(66, 66), to(56, 100)};
constexpr ControlPoint nineSlim[] = {start(34, 14), to(22, 1),  to(4, 20),  to(8, 44),  to(28, 38),
                                     to(38, 14),    to(37, 34), to(29, 66), to(16, 100)};
constexpr ControlPoint nineSmallCircle[] = {start(40, 14), to(26, 0),  to(10, 12),
                                            to(16, 30),    to(34, 28), to(42, 12),
                                            to(41, 32),    to(36, 66), to(26, 100)};
constexpr ControlPoint nineOverhang[] = {start(66, 3), to(36, 3),  to(6, 22),
                                         to(12, 46),   to(40, 40), to(56, 16),
                                         to(54, 36),   to(48, 66), to(40, 100)};
constexpr ControlPoint nineLongStem[] = {start(36, 10), to(20, 0),  to(4, 12),
                                         to(8, 30),     to(26, 28), to(38, 12),
                                         to(38, 32),    to(30, 66), to(14, 100)};
constexpr ControlPoint nineOvalHead[] = {start(44, 10), to(28, 0),  to(8, 16),
                                         to(4, 42),     to(20, 52), to(38, 34),
                                         to(44, 18),    to(42, 60), to(34, 100)};
constexpr DigitTemplate ninesBowed[] = {
    {1.8f, nineBowed},    {1.3f, nineBigLoop},  {0.5f, nineRoundFlat},
    {0.6f, nineWide},     {1.5f, nineSlim},     {1.3f, nineSmallCircle},
    {1.2f, nineOverhang}, {0.7f, nineLongStem}, {1.2f, nineOvalHead}};

// With a tail that turns to the left.
constexpr ControlPoint nineCurled[] = {start(54, 16), to(32, 2),  to(8, 16),      to(8, 40),
                                       to(32, 46),    to(54, 22), corner(56, 14), to(58, 52),
                                       to(52, 84),    to(34, 98), to(8, 92)};
constexpr ControlPoint nineFlatBase[] = {start(52, 14), to(30, 1),  to(6, 16),      to(10, 40),
                                         to(34, 42),    to(52, 20), corner(55, 10), to(55, 52),
                                         to(53, 92),    to(28, 99), to(-8, 98)};
constexpr ControlPoint nineBaseOfSmallHead[] = {
    start(46, 10), to(30, 1),  to(14, 10), to(16, 28), to(32, 30), to(44, 16),
    corner(48, 8), to(48, 50), to(45, 90), to(22, 99), to(-10, 97)};
constexpr ControlPoint nineWideTail[] = {start(56, 14), to(34, 1),   to(10, 14),     to(12, 36),
                                         to(36, 38),    to(54, 20),  corner(57, 12), to(66, 48),
                                         to(58, 84),    to(24, 100), to(-14, 86)};
constexpr ControlPoint nineRoundBody[] = {start(48, 18), to(28, 2),   to(8, 12),      to(12, 32),
                                          to(36, 34),    to(52, 22),  corner(58, 16), to(80, 44),
                                          to(74, 80),    to(38, 100), to(0, 92)};
constexpr ControlPoint nineShortCurl[] = {start(50, 12), to(28, 1),  to(4, 20),      to(10, 44),
                                          to(34, 42),    to(50, 20), corner(53, 10), to(53, 56),
                                          to(50, 88),    to(40, 99), to(24, 98)};
constexpr ControlPoint nineOverhangCurled[] = {start(78, 4), to(42, 2),   to(10, 16),    to(14, 38),
                                               to(40, 38),   to(56, 18),  corner(60, 8), to(60, 50),
                                               to(56, 86),   to(28, 100), to(-8, 92)};
constexpr ControlPoint nineCurledBigHead[] = {
    start(58, 20),  to(34, 0),  to(4, 18),  to(6, 48),   to(34, 56), to(56, 34),
    corner(60, 22), to(62, 58), to(54, 88), to(30, 100), to(2, 90)};
constexpr ControlPoint nineBackwardTail[] = {start(36, 10), to(20, 1),   to(4, 12),      to(8, 32),
                                             to(24, 34),    to(38, 20),  corner(42, 12), to(50, 52),
                                             to(58, 92),    to(38, 100), to(6, 96)};
constexpr ControlPoint nineSmallHeadCurled[] = {
    start(52, 10),  to(38, 0),  to(22, 6),  to(20, 22),  to(34, 28), to(50, 20),
    corner(54, 12), to(62, 44), to(60, 82), to(28, 100), to(-12, 95)};
constexpr DigitTemplate ninesCurled[] = {{0.9f, nineCurled},         {0.6f, nineFlatBase},
                                         {1, nineBaseOfSmallHead},   {0.4f, nineWideTail},
                                         {0.1f, nineRoundBody},      {0.7f, nineShortCurl},
                                         {0.2f, nineOverhangCurled}, {0.2f, nineCurledBigHead},
                                         {0.4f, nineBackwardTail},   {1, nineSmallHeadCurled}};

// With the head looped through into the stem.
constexpr ControlPoint nineLoopThrough[] = {start(52, 26), to(30, 44), to(6, 36),  to(10, 10),
                                            to(36, 1),     to(52, 18), to(48, 56), to(38, 100)};
constexpr ControlPoint nineLoopHigh[] = {start(44, 22), to(24, 32), to(6, 24),  to(12, 6),
                                         to(34, 0),     to(48, 14), to(44, 54), to(30, 100)};
constexpr ControlPoint nineWideLoop[] = {start(58, 24), to(34, 52), to(4, 44),  to(8, 12),
                                         to(38, 0),     to(58, 18), to(54, 58), to(46, 100)};
constexpr DigitTemplate ninesLooped[] = {
    {2, nineLoopThrough}, {1, nineLoopHigh}, {1.4f, nineWideLoop}};

constexpr ControlPoint nineLoopCurled[] = {start(54, 26), to(32, 44), to(8, 34),  to(12, 8),
                                           to(38, 1),     to(54, 18), to(57, 54), to(50, 88),
                                           to(26, 100),   to(-4, 92)};
constexpr ControlPoint nineLoopFlat[] = {start(44, 20), to(26, 32), to(8, 26),  to(12, 6),
                                         to(34, 0),     to(48, 14), to(50, 52), to(48, 90),
                                         to(22, 99),    to(-14, 98)};
constexpr ControlPoint nineLoopSmall[] = {start(48, 20), to(34, 30), to(18, 24), to(18, 6),
                                          to(36, 0),     to(48, 14), to(60, 48), to(58, 84),
                                          to(30, 100),   to(-6, 94)};
constexpr ControlPoint nineScoop[] = {start(44, 18), to(28, 28), to(12, 20), to(16, 4),
                                      to(34, 1),     to(46, 12), to(66, 48), to(70, 84),
                                      to(36, 100),   to(-12, 96)};
constexpr ControlPoint nineLongBase[] = {start(60, 22), to(42, 36), to(22, 30), to(22, 8),
                                         to(44, 0),     to(60, 14), to(66, 52), to(60, 90),
                                         to(20, 100),   to(-30, 97)};
constexpr DigitTemplate ninesLoopedCurled[] = {{0.6f, nineLoopCurled},
                                               {0.5f, nineLoopFlat},
                                               {1.1f, nineLoopSmall},
                                               {1, nineScoop},
                                               {0.7f, nineLongBase}};

constexpr ControlPoint nineLongTail[] = {start(44, 10), to(24, 1),  to(6, 14),  to(14, 34),
                                         to(38, 28),    to(46, 10), to(48, 44), to(38, 86),
                                         to(12, 100),   to(-6, 86)};
constexpr ControlPoint nineHookedTail[] = {start(50, 14), to(28, 1),  to(4, 16),  to(10, 40),
                                           to(36, 38),    to(50, 16), to(52, 50), to(44, 90),
                                           to(20, 100),   to(-2, 92)};
constexpr DigitTemplate ninesHooked[] = {{0.9f, nineLongTail}, {0.7f, nineHookedTail}};

constexpr ControlPoint nineTwoStrokes[] = {start(44, 8), to(20, 2),  to(2, 22), to(12, 44),
                                           to(36, 36),   to(46, 10), to(34, 0), start(50, 4),
                                           to(47, 50),   to(42, 100)};
constexpr ControlPoint nineTwoStrokesWide[] = {start(54, 14), to(28, 0),  to(2, 18), to(8, 44),
                                               to(38, 46),    to(56, 24), to(46, 4), start(60, 0),
                                               to(57, 50),    to(52, 100)};
constexpr DigitTemplate ninesInTwo[] = {{0.3f, nineTwoStrokes}, {0.2f, nineTwoStrokesWide}};

constexpr TemplateFamily nines[] = {ninesStraight,     ninesBowed,  ninesCurled, ninesLooped,
                                    ninesLoopedCurled, ninesHooked, ninesInTwo};

}  // namespace

std::span<const TemplateFamily> templatesOfEight() { return eights; }
std::span<const TemplateFamily> templatesOfNine() { return nines; }

}  // namespace dd
