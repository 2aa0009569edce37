#include "model/model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string>

#include "descent/random.hpp"
#include "model/architecture_json.hpp"

namespace {

using dd::Activation;
using dd::DType;
using dd::Loss;
using Bytes = std::vector<std::uint8_t>;

dd::Model makeModel() {
  dd::Model model;
  model.architecture = {3, {{4, Activation::tanh}, {2, Activation::softmax}}, Loss::crossEntropy};
  model.theta.resize(model.architecture.parameterCount());
  dd::Random random(9);
  for (float& value : model.theta) value = static_cast<float>(random.normal());
  model.metadata = {{"recipe", "by \"hand\""}, {"accuracy", "0.97"}};
  return model;
}

std::string headerOf(const Bytes& file) {
  std::uint64_t length = 0;
  std::memcpy(&length, file.data(), 8);
  return {file.begin() + 8, file.begin() + 8 + static_cast<std::ptrdiff_t>(length)};
}

/// The file with its header replaced; the tensors stay.
Bytes withHeader(const Bytes& file, const std::string& header) {
  Bytes result(8 + header.size());
  const std::uint64_t length = header.size();
  std::memcpy(result.data(), &length, 8);
  std::memcpy(result.data() + 8, header.data(), header.size());
  result.insert(result.end(), file.begin() + 8 + static_cast<std::ptrdiff_t>(headerOf(file).size()),
                file.end());
  return result;
}

Bytes withReplaced(const Bytes& file, const std::string& from, const std::string& to) {
  std::string header = headerOf(file);
  const std::size_t at = header.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return withHeader(file, header.replace(at, from.size(), to));
}

void expectRefused(const Bytes& file, const std::string& part) {
  try {
    dd::decodeModel(file);
    FAIL() << "expected a refusal that says: " << part;
  } catch (const std::invalid_argument& error) {
    EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
  }
}

TEST(Model, ComesBackAsItWasInFloat32) {
  const dd::Model model = makeModel();
  const dd::Model read = dd::decodeModel(dd::encodeModel(model, DType::f32));
  EXPECT_EQ(read.architecture, model.architecture);
  EXPECT_EQ(read.theta, model.theta);
  EXPECT_EQ(read.metadata, model.metadata);
}

TEST(Model, ComesBackWithin11BitsInFloat16) {
  const dd::Model model = makeModel();
  const dd::Model read = dd::decodeModel(dd::encodeModel(model, DType::f16));
  for (dd::Index i = 0; i < model.theta.size(); ++i) {
    EXPECT_NEAR(read.theta[i], model.theta[i], std::abs(model.theta[i]) * 0x1p-11);
  }
}

TEST(Model, FollowsTheSafetensorsLayout) {
  const Bytes file = dd::encodeModel(makeModel(), DType::f16);
  const std::string header = headerOf(file);
  EXPECT_EQ(header.front(), '{');
  EXPECT_EQ((8 + header.size()) % 8, 0U);
  EXPECT_NE(
      header.find(R"("layers.0.weights":{"dtype":"F16","shape":[3,4],"data_offsets":[0,24]})"),
      std::string::npos);
  EXPECT_NE(header.find(R"("layers.0.biases":{"dtype":"F16","shape":[4],"data_offsets":[24,32]})"),
            std::string::npos);
  EXPECT_EQ(file.size(), 8 + header.size() + 2 * (3 * 4 + 4 + 4 * 2 + 2));
}

TEST(Model, ComesBackWithinHalfAScaleInInt8) {
  dd::Model model = makeModel();
  // Units of very different size, one of them with no weights at all.
  for (dd::Index row = 0; row < 3; ++row) {
    model.theta[4 * row] *= 1000;
    model.theta[4 * row + 1] /= 1000;
    model.theta[4 * row + 2] = 0;
  }
  const Bytes file = dd::encodeModel(model, DType::i8);
  const dd::Model read = dd::decodeModel(file);
  EXPECT_EQ(read.architecture, model.architecture);
  EXPECT_EQ(read.metadata, model.metadata);
  const auto expectNear = [&](dd::Index offset, dd::Index fanIn, dd::Index units) {
    for (dd::Index unit = 0; unit < units; ++unit) {
      float largest = 0;
      for (dd::Index row = 0; row < fanIn; ++row) {
        largest = std::max(largest, std::abs(model.theta[offset + row * units + unit]));
      }
      for (dd::Index row = 0; row < fanIn; ++row) {
        const dd::Index at = offset + row * units + unit;
        EXPECT_NEAR(read.theta[at], model.theta[at], largest / 127 * 0.5001F) << at;
      }
    }
  };
  expectNear(0, 3, 4);
  EXPECT_EQ(read.theta.segment(12, 4), model.theta.segment(12, 4));
  expectNear(16, 4, 2);
  EXPECT_EQ(read.theta.segment(24, 2), model.theta.segment(24, 2));
  // What was read is what would be written again.
  EXPECT_EQ(dd::encodeModel(read, DType::i8), file);
}

TEST(Model, LaysOutInt8AsCodesTimesScalesOfTheUnits) {
  dd::Model model;
  model.architecture = {2, {{2, Activation::softmax}}, Loss::crossEntropy};
  model.theta.resize(6);
  model.theta << 127, -1, -63.4F, 2, 0.5F, -0.25F;
  const Bytes file = dd::encodeModel(model, DType::i8);
  const std::string header = headerOf(file);
  // float32 first, so that every tensor is aligned.
  const auto expectEntry = [&](const std::string& entry) {
    EXPECT_NE(header.find(entry), std::string::npos) << entry << " in " << header;
  };
  expectEntry(R"("layers.0.scales":{"dtype":"F32","shape":[2],"data_offsets":[0,8]})");
  expectEntry(R"("layers.0.biases":{"dtype":"F32","shape":[2],"data_offsets":[8,16]})");
  expectEntry(R"("layers.0.weights":{"dtype":"I8","shape":[2,2],"data_offsets":[16,20]})");
  const std::uint8_t* data = file.data() + 8 + header.size();
  float scales[2];
  std::memcpy(scales, data, 8);
  EXPECT_EQ(scales[0], 1);
  EXPECT_EQ(scales[1], 2.0F / 127);
  std::int8_t codes[4];
  std::memcpy(codes, data + 16, 4);
  EXPECT_EQ(codes[0], 127);
  EXPECT_EQ(codes[1], -64);  // −63.5, away from zero
  EXPECT_EQ(codes[2], -63);
  EXPECT_EQ(codes[3], 127);
}

TEST(Model, RefusesInt8ThatIsNotWhole) {
  const Bytes file = dd::encodeModel(makeModel(), DType::i8);
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_THROW(dd::decodeModel(std::span(file).first(size)), std::invalid_argument) << size;
  }
  // In the file: scales of 4 units, biases of 4, scales of 2, biases of 2, then the codes.
  expectRefused(withReplaced(file, "layers.0.scales", "layers.0.steps"),
                "lacks the tensor layers.0.scales");
  expectRefused(withReplaced(file, R"("F32","shape":[4],"data_offsets":[0,16])",
                             R"("F32","shape":[2],"data_offsets":[0,8])"),
                "layers.0.scales must have the shape (4), but has (2)");
  expectRefused(withReplaced(file, R"("F32","shape":[4],"data_offsets":[0,16])",
                             R"("I8","shape":[4],"data_offsets":[0,4])"),
                "layers.0.scales must be F32 or F16, but is I8");
  expectRefused(withReplaced(file, R"("layers.0.biases":{"dtype":"F32")",
                             R"("layers.0.biases":{"dtype":"I8")"),
                "layers.0.biases must be F32 or F16, but is I8");
  const auto withScale = [&](float scale) {
    Bytes changed = file;
    std::memcpy(&changed[8 + headerOf(file).size()], &scale, 4);
    return changed;
  };
  expectRefused(withScale(std::numeric_limits<float>::quiet_NaN()),
                "layers.0.scales holds a value that is not a finite number");
  expectRefused(withScale(1e38F), "layers.0.weights holds a value that is not a finite number");
  EXPECT_NO_THROW(dd::decodeModel(withScale(0)));
}

TEST(Model, NumberTypesAreNamedAsInSafetensors) {
  for (const DType dtype : {DType::f32, DType::f16, DType::i8}) {
    EXPECT_EQ(dd::fromName<dd::DType>(dd::toName(dtype)), dtype);
  }
  EXPECT_THROW(dd::fromName<dd::DType>("U8"), std::invalid_argument);
}

TEST(Model, TensorsMayStandInAnyOrder) {
  const dd::Model model = makeModel();
  const Bytes file = dd::encodeModel(model, DType::f32);
  // Swap the two biases' places in the file: 4 floats at 48, 2 floats at 96.
  Bytes moved = file;
  const std::size_t begin = 8 + headerOf(file).size();
  std::memcpy(&moved[begin + 48], &file[begin + 64], 32);
  std::memcpy(&moved[begin + 80], &file[begin + 48], 16);
  moved = withReplaced(moved, R"("data_offsets":[48,64])", R"("data_offsets":[80,96])");
  moved = withReplaced(moved, R"("data_offsets":[64,96])", R"("data_offsets":[48,80])");
  EXPECT_EQ(dd::decodeModel(moved).theta, model.theta);
}

TEST(Model, RefusesEveryCutOfAFile) {
  const Bytes file = dd::encodeModel(makeModel(), DType::f16);
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_THROW(dd::decodeModel(std::span(file).first(size)), std::invalid_argument) << size;
  }
}

TEST(Model, RefusesWhatIsNotAModelAndSaysWhy) {
  const Bytes file = dd::encodeModel(makeModel(), DType::f32);
  expectRefused(Bytes(100, 0x50), "not a safetensors file");
  expectRefused(withHeader(file, "{not json"), "not valid JSON");
  expectRefused(withHeader(file, "{}"), "architecture");
  expectRefused(withReplaced(file, "\"layers.0.weights\"", "\"layers.0.kernel\""),
                "lacks the tensor layers.0.weights");
  expectRefused(withReplaced(file, "[3,4]", "[4,3]"), "must have the shape (3 × 4)");
  expectRefused(withReplaced(file, "\"F32\"", "\"I32\""), "must be F32, F16 or I8, but is I32");
  expectRefused(withReplaced(file, "[0,48]", "[0,9999999999]"), "beyond the end");
  expectRefused(withReplaced(file, "[0,48]", "[0,40]"), "bytes that its shape needs");
  expectRefused(withReplaced(file, "[0,48]", "[48]"), "data_offsets");
  expectRefused(withReplaced(file, "tanh", "tan"), "Unknown activation");
  expectRefused(withReplaced(file, R"(\"units\":4)", R"(\"units\":4096)"), "cut off");
  expectRefused(withReplaced(file, R"(\"units\":4)", R"(\"units\":-4)"), "between 1 and");
  Bytes longer = file;
  longer.push_back(0);
  expectRefused(longer, "bytes of tensors");
}

TEST(Model, RefusesNumbersThatAreNotFinite) {
  Bytes file = dd::encodeModel(makeModel(), DType::f32);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  std::memcpy(&file[file.size() - 4], &nan, 4);
  expectRefused(file, "layers.1.biases holds a value that is not a finite number");

  dd::Model model = makeModel();
  model.theta[0] = 1e5F;
  EXPECT_THROW(dd::encodeModel(model, DType::f16), std::invalid_argument);
  EXPECT_NO_THROW(dd::encodeModel(model, DType::f32));
  model.theta[0] = nan;
  EXPECT_THROW(dd::encodeModel(model, DType::f32), std::invalid_argument);
  model.theta.conservativeResize(5);
  EXPECT_THROW(dd::encodeModel(model, DType::f32), std::invalid_argument);
}

TEST(Model, SurvivesRandomDamageToItsHeader) {
  const Bytes file = dd::encodeModel(makeModel(), DType::f32);
  dd::Random random(3);
  const auto header = static_cast<std::uint32_t>(8 + headerOf(file).size());
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    Bytes damaged = file;
    for (int k = 0; k < 3; ++k) {
      damaged[random.below(header)] = static_cast<std::uint8_t>(random.below(256));
    }
    try {
      dd::decodeModel(damaged);
    } catch (const std::invalid_argument&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 1000);  // the rest hit free text or the padding
}

TEST(ArchitectureJson, RefusesDeepNestingWithoutOverflowingTheStack) {
  EXPECT_THROW(dd::architectureFromJson(std::string(1'000'000, '[')), std::invalid_argument);
}

}  // namespace
