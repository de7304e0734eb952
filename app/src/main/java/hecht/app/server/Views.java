package hecht.app.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// The way from a template's name to a page. Templates are compiled with the classes, so that a parameter that is missing
/// fails the build and not a reader.
@Configuration(proxyBeanMethods = false)
class Views {
    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, Views.class.getClassLoader(), "hecht.app.web.jte");
    }

    @Bean
    ViewResolver pagesByName(TemplateEngine templates) {
        return (name, locale) -> templates.hasTemplate(name + ".jte") ? new Page(templates, name + ".jte") : null;
    }

    private record Page(TemplateEngine templates, String name) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /// Rendered whole before anything is sent, so that a fault on the way still gives a clean page of its own.
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Utf8ByteOutput page = new Utf8ByteOutput();
            templates.render(name, model == null ? Map.of() : Map.copyOf(model), page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
