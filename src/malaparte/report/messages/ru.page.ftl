# Слова страницы и урока по-русски; в en.page.ftl те же имена.

### Шапка

page-scenario = Сценарий
page-sides = Как рассказано или с изменениями
page-a-long = Как говорит прочтение
page-b-long = С вашими изменениями, при той же удаче
page-a = А
page-b = Б
page-share = Поделиться и сохранить
page-help = Клавиши и помощь
page-places-now = Объекты сейчас
page-count-plot = у заговора
page-count-state = у государства
page-count-contested = в бою
page-alarm-on = Тревога поднята.
page-close = Закрыть
page-problems = { $n ->
    [one] { $n } ошибка:
    [few] { $n } ошибки:
   *[many] { $n } ошибок:
}
page-problem-found = Найдено:
page-problem-expected = Ожидалось:
page-problem-try = Попробуйте:
page-trouble-ignored = Неизвестно и пропущено: { $what }.
page-not-understood = Непонятно и пропущено: { $what }.
page-trouble-gone = Сервер не отвечает. Загруженное можно смотреть и дальше; для остального снова запустите `malaparte serve`.
page-trouble-busy = На этом сервере уже идёт другой расчёт, возможно в другом окне. Остановите его там или дождитесь конца и запустите снова.
page-trouble-no-scenario = Сценария «{ $what }» нет.
page-trouble-too-large = { $what }: больше миллиона байтов, столько страница не принимает.
page-trouble-no-text = { $what }: не текст в UTF-8, значит, и не файл сценария.
page-trouble-checking = { $what }: идёт проверка …
page-trouble-too-many = В этом сценарии больше отрядов, групп и людей, чем считает страница; командная строка считает сколько угодно.
page-scenarios = Можно открыть эти сценарии:
page-first-world = Открывается первый мир.
page-compiling = Правила компилируются.
page-compiling-once = На этом компьютере это делается один раз и занимает около 20 секунд, а если он занят, то дольше. Первый мир откроется сам.
page-compiling-since = Прошло { $n } с.
page-no-chronicle = Здесь будет рассказ о первом мире, как только он откроется.
page-queued = На этом сервере уже идёт другой расчёт, возможно в другом окне; этот немного подождёт …
page-turn = Ждём первых миров …
page-loading = Минуту …
page-skip = К панелям
page-panels = Панели

### Карта и время

page-map-label = Карта города в этот момент; стрелки двигают её, плюс и минус меняют масштаб. Клавиша P даёт то же таблицей.
page-map-open = Клавиши Page Up и Page Down переходят от места или флага к следующему, Enter открывает карточку.
page-map-tools = Карта
page-zoom-in = Приблизить
page-zoom-out = Отдалить
page-zoom-home = Весь город
page-labels = Названия на карте
page-all-places = Все места
page-legend = Условные знаки
page-legend-warned = предупреждённая охрана
page-legend-broken = работа нарушена
page-legend-persons = люди здесь, сколько
page-legend-taken = арестованные, сколько
page-legend-day-plot = на шкале времени, по часам: объекты у заговора
page-legend-day-state = на шкале времени, по часам: объекты у государства
page-legend-road = на шкале времени, до этого дня: { $what }
page-legend-gone = Отряды разбитые, захваченные, отозванные и закончившие дело не показаны.
page-legend-below = ниже есть ещё ↓
page-changed = Изменено: { $what }.
page-units = Части армии
page-unit-obeys = на стороне государства
page-unit-waits = ожидание
page-unit-joins = на стороне заговора
page-unit-beaten = разгром
page-outside-city = вне города, может прибыть поездом после захвата власти
page-broken = потеряно { NUMBER($share, style: "percent") } работы
page-contested = идёт бой
page-of-plot = в руках заговора
page-of-state = в руках государства
page-time = Время
page-play = Пуск
page-pause = Пауза
page-before = Предыдущее событие
page-next = Следующее событие
page-speed = Минут дня в секунду
page-per-second = мин/с
page-go-to = К часу, например 11:30
page-no-hour = Час пишется так: 11:30.
page-outside = Этот мир рассказан с { $from } до { $to }.
page-t-outside = { $t } — вне этого мира, о нём рассказано с { $from } до { $to }; показано ближайшее время.
page-scrub = Момент
page-table = таблицей
page-places-by-hour = Объекты по часам
page-hour = Час
page-plot = Заговор
page-state = Государство
page-fought = В бою

### Панели

page-tab-worlds = Миры
page-tab-decisions = Решения
page-tab-chronicle = Хроника
page-tab-why = Почему
page-tab-numbers = Числа
page-tab-record = Документы

page-outcomes = Исходы в { $n } мирах
page-a-told = А · как рассказано
page-b-changed = Б · с вашими изменениями
page-counting = { $done } из { $of }
page-no-answer = ответа ещё нет
page-dots = Пятьдесят таких миров; каждый открывается
page-world-k = Мир { $n }
page-outcomes-table = Исходы с обоими видами неопределённости
page-how-many = Миров
page-run = Просчитать { $n }
page-stop = Стоп
page-flips = Миры, где исход изменился
page-flip = { $n } из «{ $before }» в «{ $after }»: { $n ->
    [1] мир
   *[other] миры
}
page-worth-opening = Миры, которые стоит открыть
page-typical = обычный мир
page-typical-a = обычный мир А
page-typical-b = обычный мир Б
page-loses = мир, где заговор у власти и теряет её
page-comes-to-power = мир, где заговор приходит к власти
page-nearest = ближе всего к удаче
page-succeeds = мир, где удалось
page-none-in = Ни в одном из { $n } миров заговор не приходит к власти.
page-search = Искать в { $n }
page-open-world = Номер мира
page-open = Открыть
page-what-is-known = Что об этом известно
page-decisions = Решения
page-chronicle = Хроника
page-as-told = Все решения такие, как в прочтении.
page-change-decision = Изменить решение
page-no-decisions = В этом сценарии решения не описаны. Измените одно из чисел: так возникает мир Б при той же удаче, что и А.
page-begins = Начинается в { $t }.
page-the-road = Дорога к этому дню

page-changes = { $n ->
    [one] { $n } изменение создаёт Б.
    [few] { $n } изменения создают Б.
   *[many] { $n } изменений создают Б.
}
page-no-changes = Выберите иначе или сдвиньте рычаг: так возникает мир Б при той же удаче, что и А.
page-back-to-told = Вернуть как рассказано
page-see-outcomes = К исходам
page-plot-decides = Решает заговор
page-state-decides = Решает государство
page-who-when = { $who } · { $when }
page-knew = Тогда знали:
page-told = как рассказано
page-told-long = Так говорит это прочтение
page-evidence = Было ли это возможно?
page-differs = Что ещё было бы иначе
page-theory = Почему это важно
page-drawn-anew = В каждом мире разыгрывается заново, пока вы не сдвинете.
page-since = с { $date }
page-of-several = { $n ->
    [0] { $first }
   *[other] { $first } и ещё { $n }
 }
page-undo = Отменить
page-undo-all = Отменить всё

page-why-decisions = Что делают ваши изменения
page-why-decisions-note = Каждое сравнение, сделанное здесь, при той же удаче: насколько больше объектов берёт заговор в среднем мире.
page-why-places = Какие объекты это затрагивает
page-nothing-moves = Ничего не меняется: ни один мир из { $n } не кончается иначе и ни одно число не сдвигается. Либо ни в одном мире до этого решения не доходит, либо там оно ничего не меняет.
page-explain-note = Какой случай и какие предположения движут ответом, по механизмам и по числам; каждое число открывает свою карточку.
page-explain-run = Найти, на чём он держится
page-explain-rest = { $n ->
    [one] Ещё { $n } механизм несёт менее одной сотой.
    [few] Ещё { $n } механизма несут менее одной сотой каждый.
   *[many] Ещё { $n } механизмов несут менее одной сотой каждый.
}
page-given-run = Взвесить 6 000 миров документами
page-statements = Что сказано и о чём говорит молчание
page-statements-note = Полоса вправо: сообщение вероятнее в этом прочтении; влево: в другом; край — в тысячу раз. Одна тонкая черта: оно их не различает.
page-fits = { $many ->
    [none] Так не бывает ни в одном мире этого прочтения или почти ни в одном.
    [all] Так во всех мирах этого прочтения или почти во всех.
   *[some] Так в { NUMBER($share, style: "percent", maximumFractionDigits: 1) } миров этого прочтения.
}
page-fits-silence = { $many ->
    [none] Во всех мирах этого прочтения или почти во всех сообщить было о чём; что никто не сообщил, требовало бы тогда объяснения.
    [all] Ни в одном мире этого прочтения или почти ни в одном сообщать не о чем: молчания и следует ждать.
   *[some] В { NUMBER($share, style: "percent", maximumFractionDigits: 1) } миров этого прочтения сообщать не о чем; в остальных есть о чём.
}
page-chain-note = Дорога по звеньям: каждое по очереди разрывается, остальное без изменений.
page-chain-run = Разорвать каждое звено (320 миров)
page-as-is = как есть
page-when-cut = если разорвать
page-what = Что
page-silence-text = То, чего нет в документах, тоже считается: если бы это было, кто-то увидел бы, записал или оплакал. Что найдено и чего нет, смотрите в «Документах».

page-numbers = Чисел: { $n }
page-documented = документы
page-claimed = утверждения
page-estimated = оценки
page-assumed = допущения
page-ours = наше
page-group-army = Армия
page-group-authorities = Вторые власти
page-group-channels = Каналы известий
page-group-clash = Бой
page-group-command = Управление и тревога
page-group-fates = Что стало с людьми
page-group-guards = Охрана
page-group-holding = Семь дней удержания
page-group-leaders = Люди
page-group-movement = Движение
page-group-numbers = Общие числа
page-group-places = Места
page-group-plan = План
page-group-power = Кто у власти
page-group-columns = Колонны демонстрантов
page-group-dependencies = Что от чего зависит
page-group-record = Документы
page-group-reserves = Резервы
page-group-squads = Отряды
page-group-street = Улица
page-group-road-arrest = Дорога: аресты
page-group-road-grain = Дорога: хлеб
page-group-road-households = Дорога: хозяйства
page-group-road-mood = Дорога: настроение
page-group-road-plot = Дорога: заговор
page-group-road-rumour = Дорога: слух
page-group-road-secrecy = Дорога: тайна
page-group-road-services = Дорога: происшествия
page-group-road-shocks = Дорога: вести
page-group-road-shops = Дорога: магазины
page-group-road-towns = Дорога: города
page-search-numbers = Поиск: охрана, бой, слух …
page-own-numbers = { $n ->
    [one] { $n } число теперь ваше
    [few] { $n } числа теперь ваши
   *[many] { $n } чисел теперь ваши
} и отмечено как допущение.
page-save-scenario = Сохранить сценарий
page-drop = Открыть файл сценария: щёлкните здесь или бросьте его в любое место страницы.
page-seen = видели
page-seen-page = страницу
page-seen-excerpt = отрывок
page-seen-no = нет
page-no-source = Источника нет: придумано нами и потому широко.
page-used = Используется в { $n ->
    [one] { $n } месте
   *[other] { $n } местах
}:
page-form = Вид разброса
page-spread-point = одно значение
page-spread-uniform = от … до
page-spread-triangular = треугольник
page-spread-pert = вероятнее внутри
page-arg-value = значение
page-arg-lowest = наименьшее
page-arg-likeliest = вероятнейшее
page-arg-highest = наибольшее
page-arg-mean = среднее
page-arg-sd = ст. отклонение
page-arg-median = медиана
page-arg-gsd = геом. отклонение
page-arg-a = a
page-arg-b = b
page-change = Изменить
page-fault-number = В каждом поле нужно число.
page-fault-order = От наименьшего к наибольшему.
page-fault-bounds = Это за пределами, допустимыми для числа.

page-not-a-probability = Доля миров — не вероятность того, что так было: она говорит, что следует из допущений этого прочтения.
page-reading-tells = Что рассказывает это прочтение, верно оно или нет:
page-all-numbers = Все числа и кто так говорит
page-claims = Утверждения рассказа
page-conflict-no = историки согласны
page-conflict-partial = спорно отчасти
page-conflict-yes = опровергнуто
page-conflict-unverified = никто не проверил
page-conflict-none = сравнить не с чем
page-role = Чем служило
page-grade = Оценка
page-commander = Командует
page-arm = Род войск
page-arm-foot = пешие
page-arm-horse = конные
page-arm-armour = броневики
page-precision = ± { $n } м
page-doubt = Что неясно
page-sources = Источники
page-happened = Что здесь произошло
page-did = Что она делала
page-its-numbers = Числа этого места
page-book = Книга
page-historians = Историки и документы
page-dispute = Спор
page-carried = Где это в лаборатории
page-later = Пока не моделируется.
page-arrested = арестовано
page-persons = Люди
page-in-the-street = На улице по зову
page-crowd = на улице: { page-people }
page-people = { $n ->
    [0] никого
   *[other] около { NUMBER($n, maximumSignificantDigits: 2) }
 }
page-bands = Из { $n } миров (наборов допущений { $sets }) девять из десяти лежат в серой полосе; линия — этот мир.
page-bands-marks = Сплошной знак — сосчитано кем-то; заштрихованный — вычислено позже; полый — входные данные: из них сделаны числа сценария, и близость к ним — не успех.
page-mark-record = сосчитано
page-mark-reconstruction = вычислено позже
page-mark-input = входные данные, не проверка
page-scale = от { $from } до { $to }
page-heights = На шкале времени полная высота — то, что на пике превышает один мир из двадцати: { $what }.
page-road-curves = Кривые дороги
page-place = Объект
page-holder = В чьих руках

event-fight-begins = начинается бой
event-taken = взято заговором
event-repelled = нападение отбито
event-retaken = отбито назад
event-counterattack = контратака
event-counterattack-fails = контратака не удалась
event-person-arrested = арестован человек
event-backup-ends = запас исчерпан
event-call = зовут на помощь
event-unit-takes = взято войсками для заговора
event-unit-retakes = отбито войсками
event-unit-beaten = воинская часть разбита
event-unit-yields = уступает без выстрела
event-yields = одна сторона уступает без выстрела
event-unit-refuses = воинская часть отказалась стрелять в людей
event-unit-chooses = воинская часть делает выбор
event-raid = отряд пришёл за человеком
event-half-begins = начинается одна из половин плана
event-alarm = поднята тревога
event-failure = штаб признаёт, что план сорван
event-street-called = народ зовут на улицу
event-flight = вожаки заговора бегут
event-power-begins = заговор пока что у власти
event-power-ends = заговор больше не у власти
event-seized = власть взята
event-ends = рассказ окончен
event-army-over = армия перешла на другую сторону
event-army-back = армия больше не с заговором
event-rising = это уже восстание
event-crowd-dispersed = на улицах тихо
event-authority-speaks = высказалась вторая власть
event-strike = начинается забастовка
event-new-power-ends = новой власти больше нет
event-held = власть удержана

page-address = По этому адресу откроется тот же мир в тот же момент:
page-copy = Копировать
page-save = Сохранить
page-save-view = Этот вид
page-save-map = Лист карты
page-save-battle = Расписание сил
page-save-answer = Ответ
page-key-play = пуск или пауза
page-key-event = предыдущее или следующее событие
page-key-ten = десять минут
page-key-ends = начало, конец
page-key-speed = медленнее, быстрее
page-key-tabs = панели
page-key-sides = как рассказано, с изменениями
page-key-lang = английский, русский
page-key-zoom = на карте: масштаб, весь город; стрелки двигают
page-key-things = на карте: следующее место или флаг, его карточка
page-help-text = Клин — отряд заговора, остриём куда идёт; круг — охрана или группа государства; флаг — часть армии; ромб с числом — люди; квадрат — объект: щёлкните по нему или по флагу, и откроется карточка.

### Урок

lesson-step = Шаг { $n } из { $of }
lesson-steps = Шаги урока
lesson-next = Дальше
lesson-back = Назад
lesson-decide-first = Сначала решите
lesson-stopped = Часы здесь стоят: та сторона, которой решать, не может знать, что будет после этой минуты.
lesson-written = События появляются здесь по мере того, как идут часы.
lesson-sealed = Записано. Пока не пошли дальше, можно изменить; что из этого выйдет, увидите в тот день.
lesson-yours = Как решили вы
lesson-yours-is-told = Как решили вы, то есть как в рассказе
lesson-mean = В среднем по { $n } мирам
lesson-print = Печать
lesson-print-sheets = Напечатать листы
lesson-end = Урок окончен. Листы для учителя и для ролей можно напечатать.
lesson-cut = Файл повреждён, часть миров не показать: { $what }
lesson-teacher = Для учителя: { $n } минут
lesson-debrief = Обсуждение
lesson-listen = Что услышать в ответах:
lesson-for-against = Найдите для каждого выбора один довод за и один против:
lesson-answer = Будьте готовы ответить
lesson-role-note = Не показывайте этот лист. Всё в нём из рассказа; что известно по документам, будет в конце.
lesson-side-plot = заговор
lesson-side-defence = государство
lesson-side-witness = свидетель
lesson-nothing = В этот день ничего не происходит: история кончилась раньше. После ваших решений такой день самый частый.
lesson-other = Открыть мир { $n }, где те же решения не предотвратили его
lesson-other-told = Открыть день, каким его даёт рассказ
