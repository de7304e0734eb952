package hecht.app.web.setup;

import java.io.Serializable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a form did, said on the page it leads to.
///
/// @param key of the sentence; empty where nothing is to be said  @param about the value in it
/// @param secret a link or a token, shown this once; empty where there is none
public record Said(String key, String about, String secret) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "said";
    private static final Said NOTHING = new Said("", "", "");

    /// Leaves it for the page that is shown next.
    public void leave(RedirectAttributes afterwards) {
        afterwards.addFlashAttribute(NAME, this);
    }

    /// Puts into the model what was left, or nothing.
    public static void take(Model model) {
        if (!model.containsAttribute(NAME)) model.addAttribute(NAME, NOTHING);
    }

    @Override
    public String toString() {
        return "Said " + key;
    }
}
