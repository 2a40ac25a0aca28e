import "./fonts.css";
import "./style.css";
