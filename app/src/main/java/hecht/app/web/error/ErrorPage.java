package hecht.app.web.error;

import hecht.app.security.Answers;
import hecht.app.security.Refused;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Page;
import hecht.app.web.layout.Pages;
import hecht.app.web.layout.Reading;
import hecht.app.words.Messages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Answers for whatever did not succeed: people with a page, programs with `application/problem+json` (RFC 9457).
@Controller
class ErrorPage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private final Pages pages;

    ErrorPage(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Refused.Kind kind = Answers.kind(request, response.getStatus());
        String number = Answers.number(request);
        LOG.info("answered {} as {}, number {}", kind.status().value(), kind, number);
        return asked(request).startsWith("/api/") ? toProgram(kind, number, request) : toPerson(kind, number, request);
    }

    private static ResponseEntity<Map<String, Object>> toProgram(
            Refused.Kind kind, String number, HttpServletRequest request) {
        Messages words = Messages.of(Reading.language(request), ErrorPage.class);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", words.say("error." + key(kind)));
        said.put("status", kind.status().value());
        said.put("detail", words.say("error." + key(kind) + ".text"));
        said.put("number", number);
        return ResponseEntity.status(kind.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(said);
    }

    private ModelAndView toPerson(Refused.Kind kind, String number, HttpServletRequest request) {
        Trouble trouble = new Trouble("error." + key(kind), onward(kind), kind == Refused.Kind.NO_CUSTOMER, number);
        ModelAndView view = new ModelAndView();
        view.setStatus(kind.status());
        view.addObject("trouble", trouble);
        try {
            Page page = pages.of(request, Area.NONE, ErrorPage.class, trouble.key());
            view.addObject("page", page);
            view.setViewName(page.isSignedIn() ? "error/error" : "error/outside");
        } catch (RuntimeException e) {
            // The house cannot even say its name, as when the database is away.
            view.addObject("words", Messages.of(Reading.language(request), ErrorPage.class));
            view.setViewName("error/bare");
        }
        return view;
    }

    private static String onward(Refused.Kind kind) {
        return switch (kind) {
            case NOT_SIGNED_IN -> "/sign-in";
            default -> "/";
        };
    }

    private static String key(Refused.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
