#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "data/elastic.hpp"
#include "descent/random.hpp"
#include "ink/ink.hpp"

namespace dd {

/// How far a variant of a digit may go from it; 0 switches a change off. Each amount is drawn
/// uniformly from ± its range, or from 0 … its range where a sign has no meaning. Lengths are in
/// pixels of the 28×28 frame.
struct AugmentationRanges {
  float rotation = 0.0f;      ///< radians, 0 … 1
  float shear = 0.0f;         ///< x grows by this times the distance below the centre, 0 … 2
  float scale = 0.0f;         ///< both sides times 1 + scale, 0 … 0.9
  float aspect = 0.0f;        ///< width against height times (1 + aspect)², the longer side kept;
                              ///< 0 … 0.9
  float translation = 0.0f;   ///< along x and along y, 0 … 28
  float displacement = 0.0f;  ///< root mean square of an elastic distortion along each axis, 0 … 5
  float smoothness = 4.0f;    ///< σ of the elastic distortion, 2 … 14
  float penWidth = 0.0f;  ///< how far the edges of a line move outwards, or half as far inwards;
                          ///< 0 … 1
  float erasure = 0.0f;   ///< probability that a spot of 1½ to 3½ pixels is rubbed out, 0 … 1

  bool operator==(const AugmentationRanges&) const = default;
};

/// A range by its name in recipes and settings, such as "rotation".
struct NamedRange {
  const char* name;
  float AugmentationRanges::*range;
};
inline constexpr NamedRange augmentationRanges[] = {
    {"rotation", &AugmentationRanges::rotation},
    {"shear", &AugmentationRanges::shear},
    {"scale", &AugmentationRanges::scale},
    {"aspect", &AugmentationRanges::aspect},
    {"translation", &AugmentationRanges::translation},
    {"displacement", &AugmentationRanges::displacement},
    {"smoothness", &AugmentationRanges::smoothness},
    {"penWidth", &AugmentationRanges::penWidth},
    {"erasure", &AugmentationRanges::erasure},
};

/// Draws variants of digits: rotation · shear · size about the centre, the translation, an elastic
/// distortion, then the pen and the eraser. It does not allocate for an image. All numbers come
/// from the Random given, by +, −, ×, ÷ and √ alone: one seed, one variant, on every machine.
class Augmentation {
 public:
  /// Throws Error, naming the range, when one is out of bounds.
  explicit Augmentation(const AugmentationRanges& ranges);

  const AugmentationRanges& ranges() const { return ranges_; }

  /// A variant of an image, about pixel (14, 14), where MNIST's centre of mass is; bilinear, with
  /// paper outside the frame. `out` holds 784 values 0 … 1; throws Error for another length.
  void image(std::span<const std::uint8_t, imagePixels> in, Random& random, std::span<float> out);

  /// A variant of pen strokes, about the middle of their bounding box, whose longer side counts as
  /// 20 pixels. Lines keep their breadth when drawn afterwards, and imageFromStrokes undoes the
  /// scale and the translation. Only points move: a long line of two points stays straight.
  std::vector<Stroke> strokes(const std::vector<Stroke>& strokes, Random& random);

  /// The pen to draw such a variant with: another width, and an edge that is up to a fifth softer
  /// or harder.
  PenStyle pen(Random& random) const;

 private:
  struct Affine;
  Affine drawAffine(Random& random) const;
  void changePen(Random& random, std::span<float> image);
  void erase(Random& random, std::span<float> image) const;

  AugmentationRanges ranges_;
  ElasticField elastic_;
  Image before_{};  ///< workspace: the image that the pen is changed of
};

}  // namespace dd
