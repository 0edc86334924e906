// SPDX-License-Identifier: MIT
#include "picture/draw.hpp"

#include <algorithm>

#include "terminal/width.hpp"

namespace command_line {
namespace {

constexpr std::size_t gutter = 5;  // "> 12 "
constexpr std::size_t narrowest = 17;
constexpr std::size_t widest_place = 24;

span mark(const step& what, std::size_t index) {
  const std::string number = std::to_string(index + 1);
  const std::string blanks(number.size() < 3 ? 3 - number.size() : 0, ' ');
  const std::string text = (what.culprit ? ">" : " ") + blanks + number + " ";
  return {text, what.culprit ? look::bad : look::dim};
}

// Takes off the blanks at the end.
void trim(line& text) {
  while (!text.empty() &&
         text.back().text.find_first_not_of(' ') == std::string::npos) {
    text.pop_back();
  }
}

// A place that fits: of a long one its end, with the number of the line.
std::string fitting(const std::string& place, std::size_t width) {
  constexpr std::string_view cut = "..";
  if (columns(place) <= width || width <= cut.size()) return place;
  std::size_t from = place.size() - (width - cut.size());
  while (from < place.size() && columns(place.substr(from)) + 2 > width) ++from;
  return std::string{cut} + place.substr(from);
}

// Columns, and at the right the places if there is room.
struct layout {
  std::size_t column = 0;
  std::size_t place = 0;  ///< 0: in the cells.
};

layout lay_out(const execution& what, const std::filesystem::path& answer,
               std::size_t width) {
  std::size_t place = 0;
  for (const step& each : what.steps) {
    place = std::max(place, columns(where(each, answer)));
  }
  place = std::min(place, widest_place) + 1;
  const std::size_t threads = std::max<std::size_t>(1, what.threads.size());
  const std::size_t room = width - std::min(width, gutter);
  if (room > place && (room - place) / threads >= narrowest) {
    return {(room - place) / threads, place};
  }
  return {room / threads, 0};
}

class columns_picture {
 public:
  columns_picture(const execution& what, const std::filesystem::path& answer,
                  layout widths)
      : what_{what}, answer_{answer}, widths_{widths} {}

  [[nodiscard]] page draw() const {
    page all{head()};
    for (std::size_t k = 0; k < what_.steps.size(); ++k) append(all, row(k));
    return all;
  }

 private:
  [[nodiscard]] line head() const {
    line names{{std::string(gutter, ' ')}};
    for (const std::string& each : what_.threads) {
      const std::size_t fits = bytes_within(each, widths_.column - 1);
      names.push_back({each.substr(0, fits), look::heading});
      names.push_back(
          {std::string(widths_.column - columns(each.substr(0, fits)), ' ')});
    }
    trim(names);
    return names;
  }

  [[nodiscard]] page row(std::size_t index) const {
    const step& what = what_.steps[index];
    line text = describe(what);
    const std::string place = where(what, answer_);
    if (widths_.place == 0 && !place.empty()) {
      text.push_back({" " + fitting(place, widths_.column - 4), look::dim});
    }
    page rows;
    const page cell = wrap(text, widths_.column - 2, 2);
    for (std::size_t k = 0; k < cell.size(); ++k) {
      line& each = rows.emplace_back();
      each.push_back(k == 0 ? mark(what, index)
                            : span{std::string(gutter, ' ')});
      cells(each, what.thread, cell[k]);
      if (k == 0 && widths_.place > 0) {
        each.push_back({fitting(place, widths_.place - 1), look::dim});
      }
      trim(each);
    }
    return rows;
  }

  // The other threads' columns hold the line of their time.
  void cells(line& row, std::size_t thread, const line& cell) const {
    for (std::size_t k = 0; k < what_.threads.size(); ++k) {
      if (k == thread) {
        row.insert(row.end(), cell.begin(), cell.end());
        row.push_back(
            {std::string(widths_.column - columns(plain(cell)), ' ')});
      } else {
        row.push_back({"|", look::dim});
        row.push_back({std::string(widths_.column - 1, ' ')});
      }
    }
  }

  const execution& what_;
  const std::filesystem::path& answer_;
  layout widths_;
};

page stacked(const execution& what, const std::filesystem::path& answer,
             std::size_t width) {
  page all;
  for (std::size_t k = 0; k < what.steps.size(); ++k) {
    const step& each = what.steps[k];
    line text{{what.threads[each.thread] + ": ", look::bold}};
    const line does = describe(each);
    text.insert(text.end(), does.begin(), does.end());
    const std::string place = where(each, answer);
    if (!place.empty()) text.push_back({" " + place, look::dim});
    const page lines = wrap(text, width - gutter);
    for (std::size_t part = 0; part < lines.size(); ++part) {
      line& row = all.emplace_back();
      row.push_back(part == 0 ? mark(each, k) : span{std::string(gutter, ' ')});
      row.insert(row.end(), lines[part].begin(), lines[part].end());
    }
  }
  return all;
}

}  // namespace

page draw(const execution& what, const std::filesystem::path& answer,
          std::size_t width) {
  const layout widths = lay_out(what, answer, width);
  page all = widths.column >= narrowest
                 ? columns_picture{what, answer, widths}.draw()
                 : stacked(what, answer, width);
  for (const std::string& each : what.notes) {
    append(all, wrap({{each, look::dim}}, width, 3));
  }
  return all;
}

}  // namespace command_line
