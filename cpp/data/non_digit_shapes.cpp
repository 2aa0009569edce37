// The shapes, drawn by hand for this project. Letters stand in their usual proportions.

#include "data/non_digit_shapes.hpp"

#include "data/doodles.hpp"

namespace dd {
namespace {

constexpr ShapePoint line(float x, float y) { return {x, y, ShapePoint::Kind::corner}; }
constexpr ShapePoint curve(float x, float y) { return {x, y, ShapePoint::Kind::curve}; }
constexpr ShapePoint to(float x, float y) { return {x, y, ShapePoint::Kind::on}; }

// Letters and signs that are trained on ----------------------------------------------------------

constexpr ShapePoint letterA[] = {line(0, 100), to(38, 0), to(76, 100), line(14, 62), to(62, 62)};
constexpr ShapePoint letterE[] = {line(58, 0), to(0, 0),    to(0, 100),
                                  to(60, 100), line(0, 50), to(48, 50)};
constexpr ShapePoint letterF[] = {line(60, 0), to(0, 0), to(0, 100), line(0, 46), to(46, 46)};
constexpr ShapePoint letterH[] = {line(0, 0),  to(0, 100),  line(66, 0),
                                  to(66, 100), line(0, 50), to(66, 50)};
constexpr ShapePoint letterM[] = {line(0, 100), to(8, 0), to(44, 64), to(80, 0), to(88, 100)};
constexpr ShapePoint letterN[] = {line(0, 100), to(0, 0), to(64, 100), to(64, 0)};
constexpr ShapePoint letterT[] = {line(0, 0), to(76, 0), line(38, 0), to(38, 100)};
constexpr ShapePoint letterW[] = {line(0, 0), to(22, 100), to(48, 28), to(74, 100), to(98, 0)};
constexpr ShapePoint letterK[] = {line(0, 0), to(0, 100), line(56, 0), to(2, 54), to(60, 100)};
constexpr ShapePoint letterP[] = {line(0, 100), to(0, 0),   curve(0, 2), to(44, 0),
                                  to(66, 26),   to(44, 54), to(0, 52)};
constexpr ShapePoint smallM[] = {line(0, 28), to(2, 100),    curve(2, 60), to(20, 22), to(48, 24),
                                 to(48, 100), curve(48, 60), to(66, 22),   to(96, 24), to(94, 100)};
constexpr ShapePoint plusSign[] = {line(50, 0), to(50, 100), line(0, 50), to(100, 50)};
constexpr ShapePoint cross[] = {line(0, 0), to(84, 100), line(84, 0), to(0, 100)};
constexpr ShapePoint equalsSign[] = {line(0, 30), to(100, 28), line(0, 70), to(100, 70)};
constexpr ShapePoint checkMark[] = {line(0, 58), to(32, 100), to(100, 0)};
constexpr ShapePoint letterV[] = {line(0, 0), to(40, 100), to(80, 0)};
constexpr ShapePoint heart[] = {curve(50, 26), to(36, 0),   to(4, 2),   to(0, 34),
                                to(24, 70),    to(50, 104), to(76, 70), to(100, 34),
                                to(96, 2),     to(64, 0),   to(50, 26)};
constexpr ShapePoint arrowRight[] = {line(0, 50), to(100, 50), line(68, 18), to(100, 50),
                                     to(68, 82)};
constexpr ShapePoint arrowUp[] = {line(50, 100), to(50, 0), line(18, 32), to(50, 0), to(82, 32)};
constexpr ShapePoint crossedBox[] = {line(0, 0), to(100, 0),   to(100, 100), to(0, 100), to(0, 0),
                                     line(0, 0), to(100, 100), line(100, 0), to(0, 100)};
constexpr ShapePoint triangle[] = {line(50, 0), to(100, 92), to(0, 92), to(50, 0)};
constexpr ShapePoint greekPi[] = {line(0, 6),  to(100, 2),  line(28, 4),
                                  to(22, 100), line(72, 4), to(74, 100)};
constexpr ShapePoint great[] = {line(0, 36), to(100, 34),  line(50, 0), to(46, 52),
                                to(4, 100),  line(48, 50), to(98, 100)};
constexpr ShapePoint tree[] = {line(0, 28),  to(100, 28), line(50, 0),  to(50, 100),
                               line(48, 30), to(4, 84),   line(52, 30), to(98, 84)};
constexpr ShapePoint king[] = {line(6, 4),  to(94, 4),   line(12, 48), to(88, 48),
                               line(0, 96), to(100, 96), line(50, 4),  to(50, 96)};
constexpr ShapePoint smiley[] = {
    curve(50, 0), to(14, 4),     to(-8, 40), to(0, 84),    to(50, 110), to(100, 84),
    to(108, 40),  to(86, 4),     to(50, 0),  line(32, 30), to(32, 42),  line(68, 30),
    to(68, 42),   curve(24, 62), to(38, 86), to(62, 86),   to(76, 62)};

constexpr ShapePoint sky[] = {line(12, 4), to(88, 2),  line(0, 38),  to(100, 36), line(50, 4),
                              to(46, 52),  to(2, 100), line(50, 46), to(98, 100)};
constexpr ShapePoint fire[] = {line(10, 24), to(24, 52), line(90, 20), to(72, 50), line(50, 0),
                               to(46, 56),   to(8, 100), line(50, 56), to(94, 100)};
constexpr ShapePoint above[] = {line(46, 0), to(46, 96),  line(48, 42),
                                to(84, 40),  line(0, 98), to(100, 96)};
constexpr ShapePoint middle[] = {line(10, 26), to(10, 66), line(10, 26), to(90, 26), to(88, 66),
                                 line(12, 64), to(88, 64), line(50, 0),  to(50, 100)};
constexpr ShapePoint flag[] = {line(6, 100), to(0, 0), to(84, 12), to(80, 52), to(4, 48)};
constexpr ShapePoint ladder[] = {line(0, 0), to(6, 100),  line(52, 0), to(56, 100), line(2, 24),
                                 to(54, 24), line(4, 50), to(54, 50),  line(4, 76), to(56, 76)};
constexpr ShapePoint umbrella[] = {curve(0, 48), to(4, 14),   to(50, -6),  to(96, 14),
                                   to(100, 48),  line(0, 48), to(100, 48), curve(50, 0),
                                   to(50, 90),   to(44, 106), to(26, 104), to(26, 88)};
constexpr ShapePoint smallN[] = {line(0, 20), to(2, 100), curve(0, 60), to(22, 14),
                                 to(66, 20),  to(66, 60), to(70, 100)};

// Those that are not -----------------------------------------------------------------------------

constexpr ShapePoint letterR[] = {line(0, 100), to(0, 0),  curve(0, 2),  to(46, 0),  to(64, 26),
                                  to(42, 52),   to(0, 50), line(24, 52), to(66, 100)};
constexpr ShapePoint smallW[] = {curve(0, 0), to(0, 110),   to(50, 110), to(50, 10),
                                 to(50, 110), to(104, 110), to(100, 0)};
constexpr ShapePoint greekOmega[] = {curve(0, 100), to(30, 100), to(34, 84),  to(0, 60),
                                     to(6, 6),      to(50, -8),  to(94, 6),   to(100, 60),
                                     to(66, 84),    to(70, 100), to(100, 100)};
constexpr ShapePoint greekPsi[] = {curve(0, 6), to(4, 66),   to(46, 76), to(88, 66),
                                   to(92, 6),   line(46, 0), to(46, 100)};
constexpr ShapePoint star[] = {line(50, 0), to(80, 96), to(2, 36),
                               to(98, 36),  to(20, 96), to(50, 0)};
constexpr ShapePoint house[] = {line(10, 100), to(10, 44),  to(50, 0),    to(90, 44),
                                to(90, 100),   to(10, 100), line(10, 44), to(90, 44)};
constexpr ShapePoint hashSign[] = {line(30, 0), to(22, 100), line(72, 0), to(66, 100),
                                   line(0, 34), to(100, 30), line(0, 70), to(98, 66)};
constexpr ShapePoint stickFigure[] = {curve(50, 0), to(34, 0),    to(32, 26), to(50, 32),
                                      to(68, 26),   to(66, 0),    to(50, 0),  line(50, 30),
                                      to(50, 66),   line(20, 44), to(80, 44), line(50, 66),
                                      to(26, 100),  line(50, 66), to(76, 100)};
constexpr ShapePoint fish[] = {curve(100, 20), to(60, 84), to(20, 76), to(0, 50),
                               to(20, 24),     to(60, 16), to(100, 80)};
constexpr ShapePoint sun[] = {curve(50, 30), to(30, 30),  to(26, 60),   to(50, 72),   to(74, 60),
                              to(70, 30),    to(50, 30),  line(50, 0),  to(50, 16),   line(50, 84),
                              to(50, 100),   line(0, 50), to(16, 50),   line(84, 50), to(100, 50),
                              line(14, 14),  to(26, 26),  line(86, 14), to(74, 26)};
constexpr ShapePoint percentSign[] = {
    line(92, 0), to(6, 100),    curve(20, 4), to(2, 6),   to(2, 36),  to(30, 38), to(34, 8),
    to(20, 4),   curve(80, 62), to(62, 64),   to(62, 94), to(90, 96), to(94, 66), to(80, 62)};
constexpr ShapePoint field[] = {line(0, 0),   to(0, 100),  line(0, 0), to(100, 0),
                                to(100, 100), line(50, 0), to(50, 96), line(0, 48),
                                to(98, 48),   line(0, 96), to(98, 96)};
constexpr ShapePoint mountain[] = {line(50, 0), to(50, 92), line(0, 38),
                                   to(2, 94),   to(98, 94), to(98, 38)};
constexpr ShapePoint script[] = {line(46, 0), to(54, 12), line(0, 28),  to(100, 26), line(70, 28),
                                 to(44, 68),  to(0, 100), line(28, 30), to(56, 70),  to(100, 100)};
constexpr ShapePoint envelope[] = {line(0, 0), to(100, 0), to(100, 70), to(0, 70),
                                   to(0, 0),   to(50, 40), to(100, 0)};
constexpr ShapePoint musicNotes[] = {
    line(26, 84), to(26, 4),  to(92, 0),     to(92, 76), curve(26, 84), to(8, 78),  to(0, 92),
    to(14, 102),  to(26, 84), curve(92, 76), to(74, 70), to(66, 86),    to(80, 94), to(92, 76)};

constexpr NonDigitKind training[] = {
    {"A", letterA},
    {"E", letterE},
    {"F", letterF},
    {"H", letterH},
    {"K", letterK},
    {"M", letterM},
    {"N", letterN},
    {"P", letterP},
    {"T", letterT},
    {"V", letterV},
    {"W", letterW},
    {"m", smallM},
    {"plus sign", plusSign},
    {"cross", cross},
    {"equals sign", equalsSign},
    {"check mark", checkMark},
    {"heart", heart},
    {"arrow to the right", arrowRight},
    {"arrow upwards", arrowUp},
    {"crossed box", crossedBox},
    {"triangle", triangle},
    {"π", greekPi},
    {"大", great},
    {"木", tree},
    {"王", king},
    {"天", sky},
    {"火", fire},
    {"上", above},
    {"中", middle},
    {"flag", flag},
    {"ladder", ladder},
    {"umbrella", umbrella},
    {"n", smallN},
    {"smiley", smiley},
    {"dot", {}, doodles::dot},
    {"dots", {}, doodles::dots},
    {"dash", {}, doodles::dash},
    {"scribble", {}, doodles::scribble},
    {"hatching", {}, doodles::hatching},
    {"zigzag", {}, doodles::zigzag},
    {"wave", {}, doodles::wave},
    {"several lines", {}, doodles::severalLines},
    {"several curves", {}, doodles::severalCurves},
    {"two scribbles", {}, doodles::twoScribbles},
    {"spiral", {}, doodles::spiral},
    {"rings", {}, doodles::rings},
    {"blot", {}, doodles::blot},
    {"arcs and lines", {}, doodles::arcsAndLines},
    {"polygon and lines", {}, doodles::polygonAndLines},
    {"hooks", {}, doodles::hooks},
};

constexpr NonDigitKind unseen[] = {
    {"R", letterR},
    {"w", smallW},
    {"Ω", greekOmega},
    {"Ψ", greekPsi},
    {"star", star},
    {"house", house},
    {"hash sign", hashSign},
    {"stick figure", stickFigure},
    {"fish", fish},
    {"sun", sun},
    {"percent sign", percentSign},
    {"田", field},
    {"山", mountain},
    {"文", script},
    {"envelope", envelope},
    {"notes", musicNotes},
    {"loops", {}, doodles::loops},
    {"flower", {}, doodles::flower},
    {"cloud", {}, doodles::cloud},
    {"doodle", {}, doodles::doodle},
};

}  // namespace

std::span<const NonDigitKind> trainingNonDigits() { return training; }
std::span<const NonDigitKind> unseenNonDigits() { return unseen; }

}  // namespace dd
