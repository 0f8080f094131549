package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Datum;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The site's own map below the people, imported by its administrator. */
@Controller
class MapLayerPages {
  static final String PATH = "/admin/map";

  private static final int LONGEST = 200;
  private final MapLayers layers;
  private final Trail trail;

  MapLayerPages(MapLayers layers, Trail trail) {
    this.layers = layers;
    this.trail = trail;
  }

  @GetMapping(PATH)
  String page(Model model) {
    return show(Form.empty().with("datum", Datum.WGS_84.name()), model);
  }

  @PostMapping(PATH)
  String read(
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    FormReader reader = Form.of(request.getParameterMap()).read("tracking.base");
    Optional<MapFeature.Kind> kind = reader.choice("kind", MapFeature.Kind.class);
    Optional<Datum> datum = reader.choice("datum", Datum.class);
    String origin = reader.text("origin", LONGEST);
    String licence = reader.text("licence", LONGEST);
    if (file == null || file.isEmpty()) reader.failing("file", "tracking.area.no-file");
    else if (!reader.failed() && kind.isPresent() && datum.isPresent())
      switch (MapFile.read(file.getBytes(), kind.get(), datum.get())) {
        case MapFile.Reading.Unreadable(var key) -> reader.failing("file", key);
        case MapFile.Reading.Read read -> {
          int already = layers.all().stream().mapToInt(MapLayers.Layer::points).sum();
          if (already + read.points() > MapLayers.MOST_POINTS)
            reader.failing("file", "tracking.base.too-many");
          else {
            layers.add(
                new MapLayers.Said(kind.get(), datum.get(), origin, licence),
                read,
                Present.actor().account());
            trail.note(Present.actor().account(), "map-imported", kind.get().name());
          }
        }
      }
    if (!reader.failed()) return "redirect:" + PATH;
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(reader.form(), model);
  }

  @PostMapping(PATH + "/remove")
  String remove(HttpServletRequest request) {
    UUID id =
        layers.all().stream()
            .map(MapLayers.Layer::id)
            .filter(one -> one.toString().equals(request.getParameter("layer")))
            .findFirst()
            .orElseThrow(NotFound::new);
    layers.remove(id);
    trail.note(Present.actor().account(), "map-removed", id.toString());
    return "redirect:" + PATH;
  }

  private String show(Form form, Model model) {
    model.addAttribute("layers", layers.all());
    model.addAttribute("kinds", Option.of(MapFeature.Kind.class, "tracking.base.kind"));
    model.addAttribute("data", Option.of(Datum.class, "choice"));
    model.addAttribute("form", form);
    return "tracking/base";
  }
}
