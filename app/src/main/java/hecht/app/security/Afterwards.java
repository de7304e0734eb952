package hecht.app.security;

import hecht.store.access.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/// What a form leaves for the page it leads to (`RedirectAttributes.addFlashAttribute`): "Anna was added", a link that is shown
/// once. Kept in memory for three minutes, for one session, and gone when it was read; it never touches the disk.
@Component("flashMapManager")
final class Afterwards extends AbstractFlashMapManager {
    private final Cookies cookies;
    private final Map<String, List<FlashMap>> left = new ConcurrentHashMap<>();

    Afterwards(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return whose(request).map(left::get).orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> all, HttpServletRequest request, HttpServletResponse response) {
        left.values().removeIf(each -> each.stream().allMatch(FlashMap::isExpired));
        whose(request).ifPresent(whose -> {
            if (all.isEmpty()) left.remove(whose);
            else left.put(whose, new CopyOnWriteArrayList<>(all));
        });
    }

    @Override
    protected Object getFlashMapsMutex(HttpServletRequest request) {
        return left;
    }

    /// Nobody's without a cookie: what one left must not come before another.
    private Optional<String> whose(HttpServletRequest request) {
        return cookies.session(request)
                .or(() -> cookies.visit(request))
                .map(Secret::digest)
                .map(HexFormat.of()::formatHex);
    }
}
